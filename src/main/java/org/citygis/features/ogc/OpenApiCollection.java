package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/** What is read of one collection, as the OpenAPI document says it. */
final class OpenApiCollection {
  private final OpenLayer layer;
  private final Lang lang;
  private final String id;
  private final String path;
  private final String title;

  OpenApiCollection(OpenLayer layer, Lang lang) {
    this.layer = layer;
    this.lang = lang;
    this.id = layer.layer().id();
    this.path = "/collections/" + id;
    this.title = layer.definition().title().in(lang);
  }

  Map<String, Object> schemas() {
    List<Field> fields = VisibleFields.of(layer);
    return OpenApiSchemas.ordered(
        id + "_feature",
        OpenApiSchemas.feature(fields, lang),
        id + "_features",
        OpenApiSchemas.features(id + "_feature"));
  }

  List<OpenApiOperation> reading() {
    List<OpenApiOperation> operations = new ArrayList<>();
    operations.add(
        OpenApiOperation.get(
            path,
            "describe_" + id,
            id,
            title,
            OpenApiParameter.common(lang),
            OpenApiResponses.of(
                "200",
                OpenApiResponses.document(title, "application/json", "collection"),
                List.of(304, 400, 404, 406))));
    for (LayerSchema.Kind kind : LayerSchema.Kind.values()) {
      operations.add(
          OpenApiOperation.get(
              path + "/" + kind.path(),
              "get_%s_%s".formatted(kind.path(), id),
              id,
              said(kind.title()),
              OpenApiParameter.schema(lang),
              OpenApiResponses.of(
                  "200",
                  OpenApiResponses.document(said(kind.title()), Format.SCHEMA.toString(), "object"),
                  List.of(304, 400, 404, 406))));
    }
    String features = said(Text.of("要素", "Features"));
    operations.add(
        OpenApiOperation.get(
            path + "/items",
            "getFeatures_" + id,
            id,
            features,
            OpenApiParameter.items(layer, lang),
            OpenApiResponses.of(
                "200",
                OpenApiResponses.features(features, id + "_features"),
                List.of(304, 400, 404, 406, 413, 503))));
    String one = said(Text.of("一个要素", "One feature"));
    Map<String, Object> found = new LinkedHashMap<>(Map.of("description", one));
    found.put("content", OpenApiResponses.encodings(Format.ITEM, id + "_feature"));
    found.put(
        "headers",
        OpenApiSchemas.ordered(
            "Content-Crs", Map.of("schema", Map.of("type", "string")),
            "ETag", Map.of("schema", Map.of("type", "string"))));
    operations.add(
        OpenApiOperation.get(
            path + "/items/{featureId}",
            "getFeature_" + id,
            id,
            one,
            OpenApiParameter.item(layer, lang),
            OpenApiResponses.of("200", found, List.of(304, 400, 404, 406, 503))));
    return operations;
  }

  private String said(Text what) {
    return Text.of(title + "：" + what.zh(), title + ": " + what.en()).in(lang);
  }
}
