package org.citygis.maps.print;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request for a sheet.
 *
 * @param paper A4 to A0
 * @param orientation landscape or portrait
 * @param scale the denominator, such as 5000
 * @param center longitude and latitude of the middle of the map
 * @param crs of the map, null for the Gauss-Krueger zone of the centre
 * @param layers the lowest first
 * @param lang zh, en or both
 * @param format pdf or png
 * @param dpi of a PNG
 * @param classification the mark of secrecy, null for the one that follows from the layers
 * @param source where the content comes from, null for what the layers say
 */
record SheetRequest(
    @Nullable Map<String, String> title,
    @Nullable String paper,
    @Nullable String orientation,
    @Nullable Double scale,
    @Nullable List<Double> center,
    @Nullable String crs,
    @Nullable List<LayerChoice> layers,
    @Nullable String lang,
    @Nullable String format,
    @Nullable Integer dpi,
    @Nullable Boolean grid,
    @Nullable Boolean legend,
    @Nullable String classification,
    @Nullable String source) {

  /**
   * A layer of the map.
   *
   * @param style null for the one that it is drawn in
   * @param filter CQL2 text, null for all features
   */
  record LayerChoice(String id, @Nullable String style, @Nullable String filter) {}
}
