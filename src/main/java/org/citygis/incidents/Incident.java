package org.citygis.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it is told to callers.
 *
 * @param id the feature's fid
 * @param occurredAt in the city's own time
 * @param lon degrees east on WGS 84
 * @param distanceMetres geodesic, from the position that was asked for
 */
record Incident(
    long id,
    @Nullable String title,
    @JsonProperty("class") @Nullable String category,
    @Nullable String kind,
    @Nullable String level,
    @Nullable String status,
    @JsonProperty("occurred_at") @Nullable OffsetDateTime occurredAt,
    @Nullable String address,
    @Nullable String reporter,
    @Nullable String description,
    double lon,
    double lat,
    @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("distance_m")
        @Nullable Double distanceMetres) {

  Incident at(double metres) {
    return new Incident(
        id,
        title,
        category,
        kind,
        level,
        status,
        occurredAt,
        address,
        reporter,
        description,
        lon,
        lat,
        Math.round(metres * 10) / 10.0);
  }
}
