package org.citygis.features.ogc;

import java.util.List;
import java.util.Map;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/** The parameters that say how much of what matches comes, and in which shape. */
final class OpenApiPaging {
  private OpenApiPaging() {}

  static List<OpenApiParameter> parameters(Lang lang) {
    return List.of(
        OpenApiParameter.shared(
            "limit",
            Text.of("每页要素数，超过上限时按上限", "Features per page; more than the maximum means the maximum"),
            OpenApiSchemas.ordered(
                "type",
                "integer",
                "minimum",
                1,
                "maximum",
                ItemsRequest.MAX_LIMIT,
                "default",
                ItemsRequest.DEFAULT_LIMIT),
            lang),
        OpenApiParameter.shared(
            "after",
            Text.of("上一页在哪里结束；由 next 链接给出", "Where the page before ended; the next link gives it"),
            Map.of("type", "string"),
            lang),
        OpenApiParameter.shared(
            "bom",
            Text.of("CSV 以字节顺序标记开头，供 Excel 识别", "CSV begins with a byte order mark, for Excel"),
            OpenApiSchemas.ordered("type", "boolean", "default", false),
            lang));
  }
}
