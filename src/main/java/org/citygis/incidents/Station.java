package org.citygis.incidents;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A place where help waits.
 *
 * @param kind of help: police, fire, medical …
 * @param distanceMetres geodesic
 * @param bearingDegrees from the position that was asked for, clockwise from north
 */
record Station(
    String layer,
    long fid,
    String kind,
    @Nullable Object name,
    @JsonProperty("name_en") @Nullable Object nameEn,
    @Nullable Object address,
    @JsonProperty("address_en") @Nullable Object addressEn,
    @Nullable Object phone,
    @Nullable Object vehicles,
    double lon,
    double lat,
    @JsonProperty("distance_m") double distanceMetres,
    @JsonProperty("bearing_deg") double bearingDegrees) {}
