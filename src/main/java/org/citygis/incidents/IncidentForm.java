package org.citygis.incidents;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.LonLat;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what a caller wrote about an incident and refuses, by name, what cannot be. */
@Component
class IncidentForm {
  private static final Map<String, Integer> LONGEST =
      Map.of(Fields.TITLE, 200, Fields.ADDRESS, 300, Fields.DESCRIPTION, 4_000);
  private static final List<String> CODED = List.of(Fields.CLASS, Fields.KIND, Fields.LEVEL);
  private static final List<String> REQUIRED = List.of(Fields.TITLE, Fields.CLASS, Fields.LEVEL);

  /** Clocks of two offices differ by less. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Fields fields;
  private final Clock clock;

  IncidentForm(Fields fields, Clock clock) {
    this.fields = fields;
    this.clock = clock;
  }

  /** A new incident: reported now unless the caller says when. */
  Changes forNew(OpenLayer layer, JsonNode body) {
    Changes given = read(layer, body);
    Map<String, @Nullable Object> values = given.values();
    for (String field : REQUIRED) {
      if (values.get(field) == null) {
        throw missing(field);
      }
    }
    if (given.place() == null) {
      throw missing("lon");
    }
    if (values.getOrDefault(Fields.STATUS, Status.REPORTED.code()) instanceof String status
        && !status.equals(Status.REPORTED.code())) {
      throw Problem.Invalid.parameter(Fields.STATUS, status, Text.same(Status.REPORTED.code()));
    }
    checkKind(layer, values.get(Fields.CLASS), values.get(Fields.KIND));
    values.put(Fields.STATUS, Status.REPORTED.code());
    values.putIfAbsent(Fields.OCCURRED_AT, clock.instant());
    return given;
  }

  /** A merge patch (RFC 7396): what is named changes, null empties. */
  Changes forChange(OpenLayer layer, JsonNode body, Incident current) {
    Changes given = read(layer, body);
    Map<String, @Nullable Object> values = given.values();
    for (String field : REQUIRED) {
      if (values.containsKey(field) && values.get(field) == null) {
        throw missing(field);
      }
    }
    if (values.get(Fields.STATUS) instanceof String code) {
      Status to = Status.find(code).orElseThrow();
      Status.find(current.status()).ifPresent(from -> from.checkMove(to));
    }
    checkKind(
        layer,
        values.getOrDefault(Fields.CLASS, current.category()),
        values.getOrDefault(Fields.KIND, current.kind()));
    return given;
  }

  private Changes read(OpenLayer layer, JsonNode body) {
    if (!body.isObject()) {
      throw new Problem.Invalid(Text.of("请求体应为 JSON 对象。", "The body must be a JSON object."));
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      String field = entry.getKey();
      JsonNode value = entry.getValue();
      if (LONGEST.containsKey(field)) {
        values.put(field, text(field, value, LONGEST.get(field)));
      } else if (CODED.contains(field)) {
        String code = text(field, value, 100);
        values.put(field, code == null ? null : fields.code(layer, field, code).code());
      } else if (field.equals(Fields.STATUS)) {
        values.put(field, status(layer, value));
      } else if (field.equals(Fields.OCCURRED_AT)) {
        values.put(field, occurred(value));
      } else if (!field.equals("lon") && !field.equals("lat")) {
        throw Problem.Invalid.parameter(
            field, value.toString(), Text.of("不含该字段的请求体", "a body without this field"));
      }
    }
    return new Changes(values, place(body));
  }

  private static @Nullable String text(String field, JsonNode value, int longest) {
    if (value.isNull()) {
      return null;
    }
    String text = value.isString() ? value.asString().strip() : null;
    // A half of a surrogate pair or NUL has no place in a database.
    boolean storable =
        text != null
            && text.codePoints()
                .noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    if (text == null || !storable || text.length() > longest) {
      throw Problem.Invalid.parameter(
          field,
          value.toString(),
          Text.of("不超过 " + longest + " 个字符的文本", "text of at most " + longest + " characters"));
    }
    return text.isEmpty() ? null : text;
  }

  private String status(OpenLayer layer, JsonNode value) {
    String code = text(Fields.STATUS, value, 100);
    if (code == null) {
      throw missing(Fields.STATUS);
    }
    return Status.find(fields.code(layer, Fields.STATUS, code).code()).orElseThrow().code();
  }

  private Instant occurred(JsonNode value) {
    String text = text(Fields.OCCURRED_AT, value, 40);
    if (text == null) {
      throw missing(Fields.OCCURRED_AT);
    }
    Instant instant = Parameters.instant(Fields.OCCURRED_AT, text);
    if (instant.isAfter(clock.instant().plus(AHEAD))) {
      throw Problem.Invalid.parameter(
          Fields.OCCURRED_AT, text, Text.of("不晚于现在的时间", "a time that is not in the future"));
    }
    return instant;
  }

  private static @Nullable LonLat place(JsonNode body) {
    if (!body.has("lon") && !body.has("lat")) {
      return null;
    }
    return new LonLat(degrees(body, "lon"), degrees(body, "lat"));
  }

  private static double degrees(JsonNode body, String field) {
    JsonNode value = body.get(field);
    if (value == null || value.isNull()) {
      throw missing(field);
    }
    if (!value.isNumber()) {
      throw Problem.Invalid.parameter(field, value.toString(), Text.of("数值", "a number"));
    }
    return value.asDouble();
  }

  /** A kind belongs to one class. */
  private void checkKind(OpenLayer layer, @Nullable Object category, @Nullable Object kind) {
    if (!(kind instanceof String code) || !(category instanceof String of)) {
      return;
    }
    CodeList.Entry entry = fields.code(layer, Fields.KIND, code);
    if (entry.parent() != null && !entry.parent().equals(of)) {
      throw Problem.Invalid.parameter(
          Fields.KIND,
          code,
          Text.of("属于大类 %s 的小类".formatted(of), "a kind of the class %s".formatted(of)));
    }
  }

  private static Problem.Invalid missing(String field) {
    return Problem.Invalid.parameter(field, "", Text.of("该字段的值", "a value"));
  }
}
