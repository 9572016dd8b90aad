package org.citygis.features.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is inside an area, class by class, the largest first.
 *
 * @param crs the system in which it was reckoned
 */
record Statistics(
    String layer, String group, @Nullable String crs, Total total, List<Share> groups) {

  /** Over all classes. */
  record Total(
      long count,
      @JsonProperty("area_m2") double areaSquareMetres,
      @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("length_m")
          @Nullable Double lengthMetres,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Figures.Told> sums) {}
}
