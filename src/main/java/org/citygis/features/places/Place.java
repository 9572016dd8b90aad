package org.citygis.features.places;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named feature that was found.
 *
 * @param kind what it is: its kind where the layer knows, else the layer's title
 * @param detail what tells it from others of its name: its address, or the other field that
 *     matched, else the layer's title where the kind does not say that already
 * @param lon of a point on it, degrees
 * @param bbox west, south, east, north
 * @param match how its best name matches, as in {@code Rank}, in lower case
 * @param field name of the field whose value that is, null where several have a part each
 * @param highlights for {@code name}, {@code name_en} and {@code detail} the ranges of their
 *     characters that were typed, as start and end (excluded) in UTF-16 units, in order; those
 *     without any are missing
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
    double[] bbox,
    String match,
    @Nullable String field,
    Map<String, List<int[]>> highlights) {}
