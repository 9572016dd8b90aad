package org.citygis.features.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.OpenLayer;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/** How features of one collection are made, replaced, changed and deleted (Part 4). */
final class OpenApiEditing {
  private static final String GEO_JSON = Format.GEOJSON.toString();
  private static final String MERGE_PATCH = "application/merge-patch+json";
  private static final List<Integer> MAKING = List.of(400, 401, 403, 404, 405, 409, 413, 415, 503);
  private static final List<Integer> CHANGING =
      List.of(400, 401, 403, 404, 405, 409, 412, 413, 415, 428, 503);

  private final Lang lang;
  private final String id;
  private final String title;
  private final boolean guarded;

  OpenApiEditing(OpenLayer layer, Lang lang) {
    this.lang = lang;
    this.id = layer.layer().id();
    this.title = layer.definition().title().in(lang);
    this.guarded = layer.definition().edits().guarded();
  }

  List<OpenApiOperation> operations() {
    List<OpenApiParameter> one =
        List.of(
            OpenApiParameter.featureId(lang),
            OpenApiParameter.contentCrs(lang),
            OpenApiParameter.ifMatch(guarded, lang));
    return List.of(
        operation(
            "POST",
            "",
            "createFeature_",
            Text.of("新建要素", "Create a feature"),
            List.of(OpenApiParameter.contentCrs(lang)),
            body(GEO_JSON, OpenApiSchemas.ref(id + "_feature")),
            OpenApiResponses.of(
                "201",
                OpenApiResponses.empty(Text.of("已新建", "Created").in(lang), "Location", "ETag"),
                MAKING)),
        operation(
            "PUT",
            "/{featureId}",
            "replaceFeature_",
            Text.of("替换要素", "Replace a feature"),
            one,
            body(GEO_JSON, OpenApiSchemas.ref(id + "_feature")),
            OpenApiResponses.of(
                "204", OpenApiResponses.empty(Text.of("已替换", "Replaced").in(lang)), CHANGING)),
        operation(
            "PATCH",
            "/{featureId}",
            "updateFeature_",
            Text.of("修改要素的部分内容", "Change parts of a feature"),
            one,
            body(MERGE_PATCH, OpenApiSchemas.ref("patch")),
            OpenApiResponses.of(
                "204",
                OpenApiResponses.empty(Text.of("已修改", "Changed").in(lang), "ETag"),
                CHANGING)),
        operation(
            "DELETE",
            "/{featureId}",
            "deleteFeature_",
            Text.of("删除要素", "Delete a feature"),
            List.of(OpenApiParameter.featureId(lang), OpenApiParameter.ifMatch(guarded, lang)),
            Map.of(),
            OpenApiResponses.of(
                "204", OpenApiResponses.empty(Text.of("已删除", "Deleted").in(lang)), CHANGING)));
  }

  private OpenApiOperation operation(
      String method,
      String below,
      String name,
      Text what,
      List<OpenApiParameter> parameters,
      Map<String, Object> body,
      Map<String, Object> responses) {
    return new OpenApiOperation(
        "/collections/" + id + "/items" + below,
        method,
        name + id,
        id,
        Text.of(title + "：" + what.zh(), title + ": " + what.en()).in(lang),
        parameters,
        body.isEmpty() ? null : body,
        responses,
        true);
  }

  private static Map<String, Object> body(String type, Map<String, Object> schema) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("required", true);
    body.put("content", Map.of(type, Map.of("schema", schema)));
    return body;
  }
}
