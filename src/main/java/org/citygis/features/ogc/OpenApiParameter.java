package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.cql2.FilterLanguage;
import org.citygis.geo.Crs;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an operation.
 *
 * @param component its name among the document's components, where operations refer to it; null for
 *     one that stands in its operation
 * @param filters whether it is a field to filter by; QGIS finds those by their spelled-out style
 */
record OpenApiParameter(
    String name,
    String in,
    String description,
    boolean required,
    Map<String, Object> schema,
    @Nullable String component,
    boolean filters) {
  private static final int MAX_FILTER = 100_000;
  private static final int MAX_DATETIME = 100;

  /** What kind of value it takes, for people. */
  String type() {
    Object values = schema.get("enum");
    return values instanceof List<?> list && list.size() <= 4
        ? String.join(" | ", list.stream().map(String::valueOf).toList())
        : String.valueOf(schema.get("type"));
  }

  /** How an operation lists it. */
  Map<String, Object> use() {
    return component == null
        ? definition()
        : Map.of("$ref", "#/components/parameters/" + component);
  }

  Map<String, Object> definition() {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("name", name);
    definition.put("in", in);
    definition.put("description", description);
    definition.put("required", required);
    if (filters || schema.containsKey("items")) {
      definition.put("style", "form");
      definition.put("explode", false);
    }
    definition.put("schema", schema);
    return definition;
  }

  static List<OpenApiParameter> common(Lang lang) {
    return List.of(encoding("f", List.of(Format.JSON, Format.HTML), lang), language(lang));
  }

  static List<OpenApiParameter> items(OpenLayer layer, Lang lang) {
    List<OpenApiParameter> all = new ArrayList<>(OpenApiPaging.parameters(lang));
    all.addAll(conditions(layer, lang));
    all.add(crs("crs", Text.of("结果的坐标系", "Reference system of the answer"), layer, lang));
    List<String> names = VisibleFields.of(layer).stream().map(Field::name).toList();
    List<String> keys =
        Sorting.sortables(layer).stream()
            .map(Field::name)
            .flatMap(field -> Stream.of(field, "+" + field, "-" + field))
            .toList();
    if (!keys.isEmpty()) {
      all.add(
          list(
              "sortby",
              Text.of("排序字段，倒序加“-”", "Fields to sort by; with - the greatest first"),
              keys,
              Sorting.MAX_KEYS,
              layer,
              lang));
    }
    if (!names.isEmpty()) {
      all.add(
          list(
              "properties",
              Text.of("只返回这些字段", "Return these fields only"),
              names,
              names.size(),
              layer,
              lang));
    }
    all.add(encoding("items-f", Format.ITEMS, lang));
    all.add(language(lang));
    for (Field field : VisibleFields.of(layer)) {
      if (!ItemsRequest.OWN.contains(field.name())) {
        all.add(
            new OpenApiParameter(
                field.name(),
                "query",
                OpenApi.explained(field, lang),
                false,
                OpenApiSchemas.type(field.type()),
                null,
                true));
      }
    }
    return all;
  }

  private static List<OpenApiParameter> conditions(OpenLayer layer, Lang lang) {
    return List.of(
        shared(
            "bbox",
            Text.of(
                "与此范围相交的要素：西,南,东,北（可带高程，高程不参与）",
                "Features that meet this box: west,south,east,north (heights may be given and do not count)"),
            OpenApiSchemas.ordered(
                "type", "array", "minItems", 4, "maxItems", 6, "items", Map.of("type", "number")),
            lang),
        crs("bbox-crs", Text.of("bbox 的坐标系", "Reference system of bbox"), layer, lang),
        shared(
            "datetime",
            Text.of(
                "时刻，或区间 起/止，一端可为 ..",
                "An instant, or an interval start/end of which one end may be .."),
            OpenApiSchemas.ordered("type", "string", "maxLength", MAX_DATETIME),
            lang),
        shared(
            "filter",
            Text.of("CQL2 条件", "A condition in CQL2"),
            OpenApiSchemas.ordered("type", "string", "minLength", 1, "maxLength", MAX_FILTER),
            lang),
        shared(
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
        crs(
            "filter-crs",
            Text.of("条件中坐标的坐标系", "Reference system of coordinates in the condition"),
            layer,
            lang));
  }

  static List<OpenApiParameter> item(OpenLayer layer, Lang lang) {
    List<OpenApiParameter> all = new ArrayList<>();
    all.add(featureId(lang));
    all.add(crs("crs", Text.of("结果的坐标系", "Reference system of the answer"), layer, lang));
    all.addAll(common(lang));
    return all;
  }

  static OpenApiParameter featureId(Lang lang) {
    return new OpenApiParameter(
        "featureId",
        "path",
        Text.of("要素编号", "Number of the feature").in(lang),
        true,
        OpenApiSchemas.ordered("type", "integer", "format", "int64", "minimum", 1),
        "featureId",
        false);
  }

  static OpenApiParameter contentCrs(Lang lang) {
    return new OpenApiParameter(
        "Content-Crs",
        "header",
        Text.of("内容的坐标系，<URI>", "Reference system of the content, <URI>").in(lang),
        false,
        Map.of("type", "string"),
        "Content-Crs",
        false);
  }

  static OpenApiParameter ifMatch(boolean required, Lang lang) {
    return new OpenApiParameter(
        "If-Match",
        "header",
        Text.of("读取要素时的 ETag", "The ETag that the feature was read with").in(lang),
        required,
        Map.of("type", "string"),
        required ? "If-Match-required" : "If-Match",
        false);
  }

  private static OpenApiParameter encoding(String component, List<Format> formats, Lang lang) {
    return new OpenApiParameter(
        "f",
        "query",
        Text.of("编码", "Encoding").in(lang),
        false,
        OpenApiSchemas.ordered(
            "type", "string", "enum", formats.stream().map(Format::tag).toList()),
        component,
        false);
  }

  private static OpenApiParameter language(Lang lang) {
    return shared(
        "lang",
        Text.of("名称和说明的语言", "Language of titles and explanations"),
        OpenApiSchemas.ordered("type", "string", "enum", List.of("zh", "en")),
        lang);
  }

  /** The systems differ from layer to layer. */
  private static OpenApiParameter crs(String name, Text description, OpenLayer layer, Lang lang) {
    return own(
        name,
        description,
        OpenApiSchemas.ordered(
            "type",
            "string",
            "format",
            "uri",
            "enum",
            CrsChoices.of(layer).all().stream().map(Crs::uri).toList(),
            "default",
            Crs.CRS84.uri()),
        layer,
        lang);
  }

  private static OpenApiParameter list(
      String name, Text description, List<String> values, int most, OpenLayer layer, Lang lang) {
    return own(
        name,
        description,
        OpenApiSchemas.ordered(
            "type",
            "array",
            "minItems",
            1,
            "maxItems",
            most,
            "items",
            OpenApiSchemas.ordered("type", "string", "enum", values)),
        layer,
        lang);
  }

  /** A component of the layer's own. */
  private static OpenApiParameter own(
      String name, Text description, Map<String, Object> schema, OpenLayer layer, Lang lang) {
    return new OpenApiParameter(
        name, "query", description.in(lang), false, schema, layer.layer().id() + "_" + name, false);
  }

  static OpenApiParameter shared(
      String name, Text description, Map<String, Object> schema, Lang lang) {
    return new OpenApiParameter(name, "query", description.in(lang), false, schema, name, false);
  }
}
