package org.citygis.halls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A service hall as it is told to citizens.
 *
 * @param hours by weekday, as declared; null when they cannot be read
 * @param holidays words about holidays
 * @param open at the moment that was asked for
 * @param closesAt when it closes, if it is open then
 * @param opensAt when it opens next, if it is closed then
 * @param distanceMetres geodesic, from the position that was asked for
 */
record Hall(
    long fid,
    @Nullable String name,
    @JsonProperty("name_en") @Nullable String nameEn,
    @Nullable String level,
    @Nullable String address,
    @JsonProperty("address_en") @Nullable String addressEn,
    @Nullable String phone,
    @Nullable JsonNode hours,
    @Nullable String holidays,
    boolean open,
    @JsonProperty("closes_at") @Nullable OffsetDateTime closesAt,
    @JsonProperty("opens_at") @Nullable OffsetDateTime opensAt,
    List<Item> items,
    @Nullable Long windows,
    @Nullable String transit,
    @JsonProperty("transit_en") @Nullable String transitEn,
    @Nullable Boolean accessible,
    double lon,
    double lat,
    @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("distance_m")
        @Nullable Double distanceMetres) {

  /** Something a citizen can get done. */
  record Item(String code, Text title) {}

  Hall at(double placeLon, double placeLat, @Nullable Double metres) {
    return new Hall(
        fid,
        name,
        nameEn,
        level,
        address,
        addressEn,
        phone,
        hours,
        holidays,
        open,
        closesAt,
        opensAt,
        items,
        windows,
        transit,
        transitEn,
        accessible,
        Math.round(placeLon * 1e7) / 1e7,
        Math.round(placeLat * 1e7) / 1e7,
        metres == null ? null : Math.round(metres * 10) / 10.0);
  }
}
