package org.citygis.features.area;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parameters that come in the body of a POST, as the members of a JSON object: the same as in the
 * address of a GET, and shapes. A filter may be CQL2 JSON as it is.
 *
 * @param values by name
 * @param shapes GeoJSON by name
 */
public record BodyQuery(Map<String, String> values, Map<String, JsonNode> shapes) {
  /** Bytes that a shape of the most positions takes, and more. */
  private static final int MAX_BODY = 8_000_000;

  /**
   * @param shapeNames the members that are shapes
   * @param form what the object should be, to be told when it is not
   * @throws Problem.Invalid for another body
   */
  public static BodyQuery read(
      JsonMapper json, InputStream body, Set<String> shapeNames, String form) throws IOException {
    JsonNode object = object(json, body, form);
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, JsonNode> shapes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (value.isNull()) {
        continue;
      }
      if (shapeNames.contains(name)) {
        shapes.put(name, value);
      } else if (name.equals("filter") && value.isObject()) {
        values.put(name, value.toString());
        values.putIfAbsent("filter-lang", "cql2-json");
      } else if (value.isValueNode()) {
        values.put(name, value.asString());
      } else {
        throw Problem.Invalid.parameter(
            name, value.toString(), Text.of("文本、数值或布尔值", "a text, number or boolean"));
      }
    }
    return new BodyQuery(values, shapes);
  }

  private static JsonNode object(JsonMapper json, InputStream body, String form)
      throws IOException {
    byte[] bytes = body.readNBytes(MAX_BODY + 1);
    if (bytes.length > MAX_BODY) {
      throw new Problem.TooLarge(Text.of("请求内容过大。", "The request is too large."));
    }
    try {
      JsonNode read = json.readTree(bytes);
      if (read.isObject()) {
        return read;
      }
    } catch (JacksonException e) {
      // answered below, as another JSON value is
    }
    throw new Problem.Invalid(
        Text.of(
            "请求内容应为 JSON 对象 %s。".formatted(form),
            "The body must be a JSON object %s.".formatted(form)));
  }

  /** A value that must be given. */
  public String given(String name) {
    String value = values.get(name);
    if (value == null || value.isBlank()) {
      throw Problem.Invalid.parameter(name, "", Text.of("非空的值", "a value"));
    }
    return value;
  }
}
