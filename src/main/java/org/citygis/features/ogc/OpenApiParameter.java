package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
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
    all.addAll(OpenApiConditions.of(layer, lang));
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
    all.addAll(told(layer, lang));
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

  static List<OpenApiParameter> item(OpenLayer layer, Lang lang) {
    List<OpenApiParameter> all = new ArrayList<>();
    all.add(featureId(lang));
    all.addAll(told(layer, lang));
    all.add(encoding("item-f", Format.ITEM, lang));
    all.add(language(lang));
    return all;
  }

  /** What an answer tells of each feature, as {@link ItemSelection} reads it. */
  private static List<OpenApiParameter> told(OpenLayer layer, Lang lang) {
    List<OpenApiParameter> all = new ArrayList<>();
    all.add(crs("crs", Text.of("结果的坐标系", "Reference system of the answer"), layer, lang));
    List<String> names = VisibleFields.of(layer).stream().map(Field::name).toList();
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
    all.add(
        shared(
            "skipGeometry",
            Text.of("不要几何", "Leave the geometry off"),
            OpenApiSchemas.ordered("type", "boolean", "default", false),
            lang));
    all.add(profile("profile", ItemProfile.values(), lang));
    return all;
  }

  /** How the schemas of a collection are asked for. */
  static List<OpenApiParameter> schema(Lang lang) {
    List<OpenApiParameter> all = new ArrayList<>(common(lang));
    all.add(profile("schema-profile", CodeListProfile.values(), lang));
    return all;
  }

  private static OpenApiParameter profile(String component, Profile[] profiles, Lang lang) {
    return new OpenApiParameter(
        "profile",
        "query",
        Text.of("表示方式，也可写 URI", "Variant of the representation; its URI will do, too").in(lang),
        false,
        OpenApiSchemas.ordered(
            "type",
            "array",
            "items",
            OpenApiSchemas.ordered(
                "type", "string", "enum", Stream.of(profiles).map(Profile::id).toList())),
        component,
        false);
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
  static OpenApiParameter crs(String name, Text description, OpenLayer layer, Lang lang) {
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
