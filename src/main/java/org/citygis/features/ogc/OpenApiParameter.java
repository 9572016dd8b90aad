package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Field;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/**
 * A parameter of an operation.
 *
 * @param shared whether it stands once in the document and operations refer to it
 * @param filters whether it is a field to filter by; QGIS finds those by their spelled-out style
 */
record OpenApiParameter(
    String name,
    String in,
    String description,
    Map<String, Object> schema,
    boolean shared,
    boolean filters) {

  String type() {
    Object items = schema.get("items");
    return items == null ? String.valueOf(schema.get("type")) : "array";
  }

  /** How an operation lists it. */
  Map<String, Object> use() {
    return shared ? Map.of("$ref", "#/components/parameters/" + name) : definition();
  }

  private Map<String, Object> definition() {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("name", name);
    definition.put("in", in);
    definition.put("description", description);
    definition.put("required", in.equals("path"));
    if (filters || schema.containsKey("items")) {
      definition.put("style", "form");
      definition.put("explode", false);
    }
    definition.put("schema", schema);
    return definition;
  }

  static List<OpenApiParameter> common(Lang lang) {
    return List.of(
        text("f", Text.of("编码", "Encoding"), List.of("json", "html"), lang),
        text(
            "lang",
            Text.of("名称和说明的语言", "Language of titles and explanations"),
            List.of("zh", "en"),
            lang));
  }

  static List<OpenApiParameter> items(List<Field> fields, Lang lang) {
    List<OpenApiParameter> all = new ArrayList<>();
    all.add(limit(lang));
    all.add(bbox(lang));
    all.add(crs("bbox-crs", Text.of("bbox 的坐标系", "Reference system of bbox"), lang));
    all.add(crs("crs", Text.of("结果的坐标系", "Reference system of the answer"), lang));
    all.add(
        shared(
            "datetime",
            Text.of(
                "时刻，或区间 起/止，一端可为 ..",
                "An instant, or an interval start/end of which one end may be .."),
            Map.of("type", "string"),
            lang));
    all.add(
        shared(
            "after",
            Text.of(
                "上一页最后一个要素的编号；由 next 链接给出",
                "The last feature of the page before; the next link gives it"),
            Map.of("type", "integer", "format", "int64"),
            lang));
    all.addAll(common(lang));
    for (Field field : fields) {
      if (!ItemsRequest.OWN.contains(field.name())) {
        all.add(
            new OpenApiParameter(
                field.name(),
                "query",
                OpenApi.explained(field, lang),
                OpenApiSchemas.type(field.type()),
                false,
                true));
      }
    }
    return all;
  }

  static List<OpenApiParameter> item(Lang lang) {
    List<OpenApiParameter> all = new ArrayList<>();
    all.add(
        new OpenApiParameter(
            "featureId",
            "path",
            Text.of("要素编号", "Number of the feature").in(lang),
            Map.of("type", "integer", "format", "int64", "minimum", 1),
            true,
            false));
    all.add(crs("crs", Text.of("结果的坐标系", "Reference system of the answer"), lang));
    all.addAll(common(lang));
    return all;
  }

  /** Those that stand in the document's components, by name. */
  static Map<String, Object> shared(Lang lang) {
    Map<String, Object> shared = new LinkedHashMap<>();
    List<OpenApiParameter> all = new ArrayList<>(items(List.of(), lang));
    all.addAll(item(lang));
    all.forEach(parameter -> shared.put(parameter.name, parameter.definition()));
    return shared;
  }

  private static OpenApiParameter limit(Lang lang) {
    return shared(
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
        lang);
  }

  private static OpenApiParameter bbox(Lang lang) {
    return shared(
        "bbox",
        Text.of(
            "与此范围相交的要素：西,南,东,北（可带高程，高程不参与）",
            "Features that meet this box: west,south,east,north (heights may be given and do not count)"),
        OpenApiSchemas.ordered(
            "type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number")),
        lang);
  }

  private static OpenApiParameter crs(String name, Text description, Lang lang) {
    return shared(
        name,
        description,
        OpenApiSchemas.ordered(
            "type",
            "string",
            "format",
            "uri",
            "default",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
        lang);
  }

  private static OpenApiParameter text(
      String name, Text description, List<String> values, Lang lang) {
    return shared(
        name, description, OpenApiSchemas.ordered("type", "string", "enum", values), lang);
  }

  private static OpenApiParameter shared(
      String name, Text description, Map<String, Object> schema, Lang lang) {
    return new OpenApiParameter(name, "query", description.in(lang), schema, true, false);
  }
}
