package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path.
 *
 * @param method such as {@code GET}
 * @param id unique in the document
 * @param body the request body as OpenAPI has it, null for none
 * @param responses by status
 * @param signedIn whether it takes a sign-in; the others may be used by everybody
 */
record OpenApiOperation(
    String path,
    String method,
    String id,
    String tag,
    String summary,
    List<OpenApiParameter> parameters,
    @Nullable Map<String, Object> body,
    Map<String, Object> responses,
    boolean signedIn) {

  /** What is only read, and what a path answers with. */
  static OpenApiOperation get(
      String path,
      String id,
      String tag,
      String summary,
      List<OpenApiParameter> parameters,
      Map<String, Object> responses) {
    return new OpenApiOperation(path, "GET", id, tag, summary, parameters, null, responses, false);
  }

  Map<String, Object> document() {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id);
    operation.put("tags", List.of(tag));
    operation.put("summary", summary);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters.stream().map(OpenApiParameter::use).toList());
    }
    if (body != null) {
      operation.put("requestBody", body);
    }
    operation.put("responses", responses);
    if (signedIn) {
      operation.put("security", OpenApiSecurity.required());
    }
    return operation;
  }

  /** Operations by path and method, in their order. */
  static Map<String, Object> paths(List<OpenApiOperation> operations) {
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    for (OpenApiOperation operation : operations) {
      paths
          .computeIfAbsent(operation.path, path -> new LinkedHashMap<>())
          .put(operation.method.toLowerCase(Locale.ROOT), operation.document());
    }
    return new LinkedHashMap<>(paths);
  }

  /** The names of tags in the order in which they are met. */
  static List<String> tags(List<OpenApiOperation> operations) {
    return new ArrayList<>(operations.stream().map(OpenApiOperation::tag).distinct().toList());
  }
}
