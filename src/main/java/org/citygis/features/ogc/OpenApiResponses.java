package org.citygis.features.ogc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.text.Lang;
import org.citygis.text.Text;

/** The answers of the OpenAPI document: what succeeds, and the problems that all share. */
final class OpenApiResponses {
  private record Refusal(String name, Text text) {}

  private static final Map<Integer, Refusal> REFUSALS = new LinkedHashMap<>();

  static {
    add(304, "NotModified", "客户端的副本仍有效", "The client's copy still holds");
    add(400, "Invalid", "参数或内容不正确；指出是哪个值", "A value is wrong; it says which");
    add(401, "SignIn", "请先登录", "Sign in first");
    add(403, "Forbidden", "没有权限", "Not permitted");
    add(404, "NotFound", "没有该图层或要素", "No such collection or feature");
    add(405, "NotAllowed", "该图层不接受此方法", "The collection does not take this method");
    add(406, "NotAcceptable", "没有所要求的编码", "No such encoding");
    add(409, "Conflict", "与另一要素的唯一编号冲突", "Another feature has the same unique number");
    add(412, "Outdated", "要素在读取之后已被修改", "The feature was changed after it was read");
    add(413, "TooLarge", "内容或条件过大", "The content or the filter is too large");
    add(415, "UnsupportedType", "不支持该内容类型", "The media type is not supported");
    add(422, "Unprocessable", "文件有错误；附检查报告", "The files are faulty; the report tells how");
    add(429, "TooMany", "请求过于频繁", "Too many requests");
    add(428, "Unconditional", "该图层的修改须带 If-Match", "Changes of this collection need If-Match");
    add(503, "Unavailable", "暂不可用或查询超时", "Unavailable, or the query took too long");
  }

  private OpenApiResponses() {}

  private static void add(int status, String name, String zh, String en) {
    REFUSALS.put(status, new Refusal(name, Text.of(zh, en)));
  }

  /** Those that operations refer to, by name. */
  static Map<String, Object> shared(Lang lang) {
    Map<String, Object> shared = new LinkedHashMap<>();
    REFUSALS.forEach(
        (status, refusal) ->
            shared.put(
                refusal.name,
                status == 304
                    ? Map.of("description", refusal.text.in(lang))
                    : problem(refusal.text, status == 400, lang)));
    shared.put("Failure", problem(Text.of("请求失败", "The request failed"), false, lang));
    return shared;
  }

  /**
   * @param page whether a page for people may tell it too, as a filter form does
   */
  private static Map<String, Object> problem(Text description, boolean page, Lang lang) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("application/problem+json", Map.of("schema", OpenApiSchemas.ref("problem")));
    if (page) {
      content.put("text/html", Map.of("schema", Map.of("type", "string")));
    }
    return OpenApiSchemas.ordered("description", description.in(lang), "content", content);
  }

  /** All answers of an operation. */
  static Map<String, Object> of(
      String status, Map<String, Object> success, List<Integer> refusals) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put(status, success);
    responses.putAll(refusals(refusals));
    return responses;
  }

  /** The shared answers of these statuses, and of all that nobody foresaw. */
  static Map<String, Object> refusals(List<Integer> statuses) {
    Map<String, Object> responses = new LinkedHashMap<>();
    for (int status : statuses) {
      Refusal shared = REFUSALS.get(status);
      if (shared == null) {
        throw new IllegalArgumentException("no answer for status " + status);
      }
      responses.put(
          String.valueOf(status), Map.of("$ref", "#/components/responses/" + shared.name));
    }
    responses.put("default", Map.of("$ref", "#/components/responses/Failure"));
    return responses;
  }

  /** A document that comes as JSON of this type and schema, and as a page. */
  static Map<String, Object> document(String description, String json, String schema) {
    return OpenApiSchemas.ordered(
        "description",
        description,
        "content",
        OpenApiSchemas.ordered(
            json,
            Map.of("schema", OpenApiSchemas.ref(schema)),
            "text/html",
            Map.of("schema", Map.of("type", "string"))));
  }

  /** A page of features in every encoding. */
  static Map<String, Object> features(String description, String schema) {
    return OpenApiSchemas.ordered(
        "description",
        description,
        "headers",
        Map.of("Content-Crs", Map.of("schema", Map.of("type", "string"))),
        "content",
        encodings(Format.ITEMS, schema));
  }

  /** Features in these encodings; in JSON they are of this schema. */
  static Map<String, Object> encodings(List<Format> formats, String schema) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (Format format : formats) {
      content.put(
          format.plainType(),
          Map.of(
              "schema",
              switch (format) {
                case JSON, JSONFG -> OpenApiSchemas.ref(schema);
                case HTML, CSV -> Map.of("type", "string");
                case FLATGEOBUF -> OpenApiSchemas.ordered("type", "string", "format", "binary");
              }));
    }
    return content;
  }

  /** An answer without content, with these headers. */
  static Map<String, Object> empty(String description, String... headers) {
    Map<String, Object> described = new LinkedHashMap<>();
    for (String header : headers) {
      described.put(header, Map.of("schema", Map.of("type", "string")));
    }
    Map<String, Object> response = OpenApiSchemas.ordered("description", description);
    if (!described.isEmpty()) {
      response.put("headers", described);
    }
    return response;
  }
}
