package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A service under {@code /api} as its description declares it.
 *
 * @param path as the mapping has it, such as {@code /api/layers/{id}}
 * @param tag the group it belongs to
 * @param checked whether its controller refuses unknown parameters by itself
 * @param bodies the schema of the request's body by media type, null without a body
 * @param answers media types by the status of success
 * @param errors statuses beside those that every service may answer
 */
record ServiceOperation(
    String method,
    String path,
    String id,
    String tag,
    Text summary,
    boolean checked,
    boolean signedIn,
    List<ServiceParameter> parameters,
    @Nullable Map<String, Object> bodies,
    Map<Integer, List<String>> answers,
    List<Integer> errors) {
  private static final List<Integer> READING = List.of(304, 400, 401, 403, 404, 406, 503);
  private static final List<Integer> WRITING = List.of(400, 401, 403, 404, 406, 409, 413, 415, 503);

  OpenApiOperation openApi(Lang lang) {
    return new OpenApiOperation(
        path,
        method,
        id,
        tag,
        summary.in(lang),
        parameters.stream().map(parameter -> parameter.openApi(lang)).toList(),
        bodies == null ? null : body(bodies),
        responses(lang),
        signedIn);
  }

  private static Map<String, Object> body(Map<String, Object> bodies) {
    Map<String, Object> content = new LinkedHashMap<>();
    bodies.forEach((type, schema) -> content.put(type, Map.of("schema", schema)));
    return OpenApiSchemas.ordered("required", true, "content", content);
  }

  private Map<String, Object> responses(Lang lang) {
    Map<String, Object> responses = new LinkedHashMap<>();
    answers.forEach(
        (status, types) -> responses.put(String.valueOf(status), success(types, summary.in(lang))));
    TreeSet<Integer> refusals = new TreeSet<>(method.equals("GET") ? READING : WRITING);
    refusals.addAll(errors);
    responses.putAll(OpenApiResponses.refusals(new ArrayList<>(refusals)));
    return responses;
  }

  private static Map<String, Object> success(List<String> types, String description) {
    Map<String, Object> response = OpenApiSchemas.ordered("description", description);
    Map<String, Object> content = new LinkedHashMap<>();
    for (String type : types) {
      content.put(
          type,
          Map.of(
              "schema",
              type.endsWith("json") || type.startsWith("application/vnd.oai")
                  ? OpenApiSchemas.ref("object")
                  : Map.of("type", "string")));
    }
    if (!content.isEmpty()) {
      response.put("content", content);
    }
    return response;
  }
}
