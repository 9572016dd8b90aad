package org.citygis.features.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One class of the features inside the area.
 *
 * @param code the value of the (first) grouping field, null where it has none
 * @param codes the values of all grouping fields where there are several
 * @param count features that meet the area
 * @param areaSquareMetres of their parts inside
 * @param lengthMetres of their parts inside
 * @param share of the whole: of the area for polygons, of the length for lines, of the count for
 *     points; 0 to 1
 * @param sums by field, of whole features that count
 */
record Share(
    @Nullable String code,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<@Nullable String> codes,
    Text title,
    @Nullable String color,
    long count,
    @JsonProperty("area_m2") double areaSquareMetres,
    @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("length_m")
        @Nullable Double lengthMetres,
    double share,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Figures.Told> sums) {}
