package org.citygis.features.edit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.history.FeatureState;
import org.citygis.text.Text;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Checks the values of an edit against the layer's fields. Fields that the user may not see are
 * unknown here and keep their values, whatever an edit does.
 */
@Component
class FieldForm {
  private final FieldReader reader;

  FieldForm(FieldReader reader) {
    this.reader = reader;
  }

  /**
   * The values to be written, by field; what the body repeats as it is left out.
   *
   * @param whole whether fields that are not named are to be emptied
   * @param now the feature as it is, null for a new one
   */
  Map<String, @Nullable Object> read(
      OpenLayer layer,
      Map<String, JsonNode> given,
      boolean whole,
      @Nullable FeatureState now,
      Faults faults) {
    List<Field> fields = VisibleFields.of(layer);
    refuseUnknown(fields, given, faults);
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Field field : fields) {
      JsonNode json = given.get(field.name());
      if (json == null && !whole) {
        continue;
      }
      if (json != null && now != null && isSame(now.values().get(field.name()), json)) {
        // What was imported is not judged by an edit that leaves it.
        continue;
      }
      if (field.rules().readOnly()) {
        if (json != null && !(now == null && isBlank(json))) {
          refuseReadOnly(field, faults);
        }
        continue;
      }
      int faultsBefore = faults.count();
      Object value = json == null ? null : reader.read(field, json, faults);
      if (value == null && field.rules().required() && (json == null || isBlank(json))) {
        faults.add(
            "/properties/" + field.name(),
            Text.of(
                "“%s”不能为空。".formatted(field.alias().zh()),
                "'%s' may not be empty.".formatted(field.alias().en())));
      }
      if (faults.count() == faultsBefore) {
        values.put(field.name(), value);
      }
    }
    return values;
  }

  private static boolean isBlank(JsonNode json) {
    return json.isNull() || (json.isString() && json.asString().isBlank());
  }

  private static void refuseUnknown(
      List<Field> fields, Map<String, JsonNode> given, Faults faults) {
    String known = fields.stream().map(Field::name).collect(Collectors.joining(", "));
    for (String name : given.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        faults.add(
            "/properties/" + Faults.part(name),
            Text.of(
                "该图层没有字段“%s”；有：%s。".formatted(Faults.shown(name), known),
                "The layer has no field '%s'; it has %s.".formatted(Faults.shown(name), known)));
      }
    }
  }

  private static void refuseReadOnly(Field field, Faults faults) {
    faults.add(
        "/properties/" + field.name(),
        Text.of(
            "“%s”只能由导入填写，不能在此修改。".formatted(field.alias().zh()),
            "'%s' is filled by imports and cannot be changed here.".formatted(field.alias().en())));
  }

  /** Whether the JSON says what is there already. */
  private static boolean isSame(@Nullable Object before, JsonNode json) {
    return switch (before) {
      case null -> isBlank(json);
      case Long number -> json.isIntegralNumber() && json.asString().equals(number.toString());
      case Double number -> json.isNumber() && json.asDouble() == number;
      case Boolean bool -> json.isBoolean() && json.asBoolean() == bool;
      case Instant moment -> json.isString() && json.asString().equals(JsonValues.moment(moment));
      default -> json.isString() && json.asString().equals(before.toString());
    };
  }
}
