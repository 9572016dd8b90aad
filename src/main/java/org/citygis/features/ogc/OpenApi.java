package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.features.labels.FieldLabels;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/**
 * The definition of the API in OpenAPI 3.0, made from the layers that the user may see: each
 * collection has its own paths with its own fields as parameters.
 */
record OpenApi(Root root, Lang lang, List<Operation> operations, Map<String, Object> schemas) {

  /**
   * One GET.
   *
   * @param id unique in the document
   * @param json media type of its JSON
   * @param schema name of the schema of its JSON
   */
  record Operation(
      String path,
      String id,
      String tag,
      String summary,
      List<OpenApiParameter> parameters,
      String json,
      String schema) {}

  static OpenApi of(List<OpenLayer> layers, Root root, Lang lang) {
    String json = "application/json";
    List<OpenApiParameter> common = OpenApiParameter.common(lang);
    Map<String, Object> schemas = OpenApiSchemas.common();
    List<Operation> operations = new ArrayList<>();
    String tag = "Capabilities";
    operations.add(
        new Operation(
            "/", "getLandingPage", tag, Landing.TITLE.in(lang), common, json, "landingPage"));
    operations.add(
        new Operation(
            "/conformance",
            "getConformance",
            tag,
            Text.of("所符合的标准条目", "Conformance classes").in(lang),
            common,
            json,
            "conformance"));
    operations.add(
        new Operation(
            "/collections",
            "getCollections",
            tag,
            Text.of("全部图层", "All collections").in(lang),
            common,
            json,
            "collections"));
    for (OpenLayer layer : layers) {
      addLayer(layer, lang, common, operations, schemas);
    }
    return new OpenApi(root, lang, List.copyOf(operations), schemas);
  }

  private static void addLayer(
      OpenLayer layer,
      Lang lang,
      List<OpenApiParameter> common,
      List<Operation> operations,
      Map<String, Object> schemas) {
    String id = layer.layer().id();
    String title = layer.definition().title().in(lang);
    String path = "/collections/" + id;
    List<Field> fields = VisibleFields.of(layer);
    String geoJson = Format.GEOJSON.toString();
    schemas.put(id + "_feature", OpenApiSchemas.feature(fields, lang));
    schemas.put(id + "_features", OpenApiSchemas.features(id + "_feature"));
    operations.add(
        new Operation(path, "describe_" + id, id, title, common, "application/json", "collection"));
    operations.add(
        new Operation(
            path + "/items",
            "getFeatures_" + id,
            id,
            Text.of(title + "：要素", title + ": features").in(lang),
            OpenApiParameter.items(fields, lang),
            geoJson,
            id + "_features"));
    operations.add(
        new Operation(
            path + "/items/{featureId}",
            "getFeature_" + id,
            id,
            Text.of(title + "：一个要素", title + ": one feature").in(lang),
            OpenApiParameter.item(lang),
            geoJson,
            id + "_feature"));
  }

  /** The whole document as JSON is written of it. */
  Map<String, Object> document() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Operation operation : operations) {
      paths.put(operation.path(), Map.of("get", get(operation)));
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put(
        "info",
        OpenApiSchemas.ordered(
            "title",
            Landing.TITLE.in(lang),
            "description",
            Landing.DESCRIPTION.in(lang),
            "version",
            "1.0.0",
            "license",
            Map.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")));
    document.put("servers", List.of(Map.of("url", root.url())));
    document.put("paths", paths);
    document.put(
        "components",
        OpenApiSchemas.ordered(
            "parameters",
            OpenApiParameter.shared(lang),
            "responses",
            OpenApiSchemas.responses(lang),
            "schemas",
            schemas));
    return document;
  }

  private Map<String, Object> get(Operation operation) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", success(operation));
    responses.put("304", Map.of("$ref", "#/components/responses/NotModified"));
    responses.put("400", Map.of("$ref", "#/components/responses/Invalid"));
    if (operation.path().startsWith("/collections/")) {
      responses.put("404", Map.of("$ref", "#/components/responses/NotFound"));
    }
    responses.put("406", Map.of("$ref", "#/components/responses/NotAcceptable"));
    responses.put("default", Map.of("$ref", "#/components/responses/Failure"));
    return OpenApiSchemas.ordered(
        "operationId",
        operation.id(),
        "tags",
        List.of(operation.tag()),
        "summary",
        operation.summary(),
        "parameters",
        operation.parameters().stream().map(OpenApiParameter::use).toList(),
        "responses",
        responses);
  }

  private Map<String, Object> success(Operation operation) {
    Map<String, Object> schema = Map.of("$ref", "#/components/schemas/" + operation.schema());
    return OpenApiSchemas.ordered(
        "description",
        operation.summary(),
        "content",
        OpenApiSchemas.ordered(
            operation.json(),
            Map.of("schema", schema),
            "text/html",
            Map.of("schema", Map.of("type", "string"))));
  }

  /** How a field is explained where it is a parameter or a property. */
  static String explained(Field field, Lang lang) {
    String heading = FieldLabels.heading(field, lang);
    return field.codes() == null
        ? heading
        : Text.of(heading + "，代码表 " + field.codes(), heading + ", code list " + field.codes())
            .in(lang);
  }
}
