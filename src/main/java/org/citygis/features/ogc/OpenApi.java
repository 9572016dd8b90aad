package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.labels.FieldLabels;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/**
 * The definition of the API in OpenAPI 3.0, made from the layers that the user may see and edit:
 * each collection has its own paths with its own fields, systems and methods.
 */
record OpenApi(
    About about,
    Lang lang,
    List<OpenApiOperation> operations,
    Map<String, OpenApiParameter> parameters,
    Map<String, Object> schemas,
    Map<String, Text> tags) {

  /**
   * @param server what all paths stand below
   * @param address of the document
   */
  record About(String title, String description, String server, String address) {}

  static final String CAPABILITIES = "Capabilities";

  /**
   * @param editable ids of the layers whose features the user may edit here
   */
  static OpenApi of(List<OpenLayer> layers, Set<String> editable, Root root, Lang lang) {
    List<OpenApiOperation> operations = new ArrayList<>();
    operations.add(describing("/", "getLandingPage", Landing.TITLE, "landingPage", lang));
    operations.add(
        describing(
            "/conformance",
            "getConformance",
            Text.of("所符合的标准条目", "Conformance classes"),
            "conformance",
            lang));
    operations.add(
        describing(
            "/collections",
            "getCollections",
            Text.of("全部图层", "All collections"),
            "collections",
            lang));
    operations.add(definition(lang));
    Map<String, Object> schemas = OpenApiSchemas.common();
    Map<String, Text> tags = new LinkedHashMap<>();
    tags.put(CAPABILITIES, Text.of("总述", "Capabilities"));
    for (OpenLayer layer : layers) {
      OpenApiCollection collection = new OpenApiCollection(layer, lang);
      tags.put(layer.layer().id(), layer.definition().title());
      operations.addAll(collection.reading());
      schemas.putAll(collection.schemas());
      if (editable.contains(layer.layer().id())) {
        operations.addAll(new OpenApiEditing(layer, lang).operations());
      }
    }
    Map<String, OpenApiParameter> parameters = new LinkedHashMap<>();
    for (OpenApiOperation operation : operations) {
      for (OpenApiParameter parameter : operation.parameters()) {
        if (parameter.component() != null) {
          parameters.put(parameter.component(), parameter);
        }
      }
    }
    return new OpenApi(
        new About(
            Landing.TITLE.in(lang), Landing.DESCRIPTION.in(lang), root.url(), root.url() + "/api"),
        lang,
        List.copyOf(operations),
        parameters,
        schemas,
        tags);
  }

  private static OpenApiOperation describing(
      String path, String id, Text summary, String schema, Lang lang) {
    String text = summary.in(lang);
    return OpenApiOperation.get(
        path,
        id,
        CAPABILITIES,
        text,
        OpenApiParameter.common(lang),
        OpenApiResponses.of(
            "200",
            OpenApiResponses.document(text, "application/json", schema),
            List.of(304, 400, 406)));
  }

  private static OpenApiOperation definition(Lang lang) {
    String text = Text.of("本接口的定义", "The definition of this API").in(lang);
    return OpenApiOperation.get(
        "/api",
        "getApi",
        CAPABILITIES,
        text,
        OpenApiParameter.common(lang),
        OpenApiResponses.of(
            "200",
            OpenApiResponses.document(text, Format.OPENAPI.toString(), "object"),
            List.of(304, 400, 406)));
  }

  /** The whole document as JSON is written of it. */
  Map<String, Object> document() {
    Map<String, Object> shared = new LinkedHashMap<>();
    parameters.forEach((name, parameter) -> shared.put(name, parameter.definition()));
    return OpenApiSchemas.ordered(
        "openapi",
        "3.0.3",
        "info",
        OpenApiSchemas.ordered(
            "title",
            about.title,
            "description",
            about.description,
            "version",
            "1.0.0",
            "license",
            Map.of("name", "Apache-2.0", "url", "https://www.apache.org/licenses/LICENSE-2.0")),
        "servers",
        List.of(Map.of("url", about.server)),
        "security",
        OpenApiSecurity.optional(),
        "tags",
        OpenApiOperation.tags(operations).stream().map(tag -> Map.of("name", tag)).toList(),
        "paths",
        OpenApiOperation.paths(operations),
        "components",
        OpenApiSchemas.ordered(
            "parameters",
            shared,
            "responses",
            OpenApiResponses.shared(lang),
            "schemas",
            schemas,
            "securitySchemes",
            OpenApiSecurity.schemes(lang)));
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
