package org.citygis.features.places;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A named feature that was found.
 *
 * @param kind what it is: its kind where the layer knows, else the layer's title
 * @param detail what tells it from others of its name: its address, else the layer's title where
 *     the kind does not say that already
 * @param lon of a point on it, degrees
 * @param bbox west, south, east, north
 */
record Place(
    String layer,
    long fid,
    String name,
    @JsonProperty("name_en") @Nullable String nameEn,
    String kind,
    @Nullable String detail,
    double lon,
    double lat,
    double[] bbox) {}
