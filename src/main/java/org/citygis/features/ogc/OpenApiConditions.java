package org.citygis.features.ogc;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citygis.catalog.OpenLayer;
import org.citygis.cql2.FilterLanguage;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/**
 * The parameters that say which features are asked for, beside those that fields give their names.
 */
final class OpenApiConditions {
  private static final int MAX_FILTER = 100_000;
  private static final int MAX_DATETIME = 100;

  private OpenApiConditions() {}

  static List<OpenApiParameter> of(OpenLayer layer, Lang lang) {
    return List.of(
        OpenApiParameter.shared(
            "bbox",
            Text.of(
                "与此范围相交的要素：西,南,东,北（可带高程，高程不参与）",
                "Features that meet this box: west,south,east,north (heights may be given and do not count)"),
            OpenApiSchemas.ordered(
                "type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number")),
            lang),
        OpenApiParameter.crs(
            "bbox-crs", Text.of("bbox 的坐标系", "Reference system of bbox"), layer, lang),
        OpenApiParameter.shared(
            "datetime",
            Text.of(
                "时刻，或区间 起/止，一端可为 ..",
                "An instant, or an interval start/end of which one end may be .."),
            OpenApiSchemas.ordered("type", "string", "maxLength", MAX_DATETIME),
            lang),
        OpenApiParameter.shared(
            "filter",
            Text.of("CQL2 条件", "A condition in CQL2"),
            OpenApiSchemas.ordered("type", "string", "minLength", 1, "maxLength", MAX_FILTER),
            lang),
        OpenApiParameter.shared(
            "filter-lang",
            Text.of(
                "条件的写法；cql-text 是草案的写法，供旧版 GDAL 使用",
                "How the condition is written; cql-text is the draft's way, for older GDAL"),
            OpenApiSchemas.ordered(
                "type",
                "string",
                "enum",
                Stream.of(FilterLanguage.values()).map(FilterLanguage::tag).toList(),
                "default",
                "cql2-text"),
            lang),
        OpenApiParameter.crs(
            "filter-crs",
            Text.of("条件中坐标的坐标系", "Reference system of coordinates in the condition"),
            layer,
            lang));
  }
}
