package org.citygis.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * An export as a body asks for it, and as it is kept with its job.
 *
 * @param values the parameters that the download takes in its address
 */
record ExportWish(String layer, Map<String, String> values, Lang lang) {
  private static final Text SCALAR =
      Text.of("文本、数值、true/false 或其列表", "a text, number, true/false or a list of them");

  /**
   * Reads {@code {"layer", "f", "crs", …, "conditions": {field: value}}}.
   *
   * @throws Problem.Invalid that names what is wrong
   */
  static ExportWish of(Map<String, Object> body) {
    Map<String, String> values = new LinkedHashMap<>();
    String layer = null;
    for (Map.Entry<String, Object> entry : body.entrySet()) {
      switch (entry.getKey()) {
        case "layer" -> layer = scalar("layer", entry.getValue());
        case "conditions" -> conditions(entry.getValue(), values);
        case "subject", ExportJob.MADE -> {
          // What the job keeps beside the wish.
        }
        default -> put(entry.getKey(), entry.getValue(), values);
      }
    }
    if (layer == null || layer.isBlank()) {
      throw Problem.Invalid.parameter("layer", "", Text.of("图层编号", "the id of a layer"));
    }
    Lang lang = "en".equals(values.get("lang")) ? Lang.EN : Lang.ZH;
    return new ExportWish(layer, values, lang);
  }

  private static void conditions(@Nullable Object given, Map<String, String> values) {
    if (given == null) {
      return;
    }
    if (!(given instanceof Map<?, ?> map)) {
      throw Problem.Invalid.parameter(
          "conditions", String.valueOf(given), Text.of("{字段: 值}", "{field: value}"));
    }
    map.forEach(
        (field, value) -> {
          String name = String.valueOf(field);
          if (ExportRequest.OWN.contains(name)) {
            throw Problem.Invalid.parameter(
                "conditions", name, Text.of("该图层的字段名", "the name of a field of this layer"));
          }
          put(name, value, values);
        });
  }

  private static void put(String name, @Nullable Object value, Map<String, String> values) {
    String text = scalar(name, value);
    if (text != null) {
      values.put(name, text);
    }
  }

  private static @Nullable String scalar(String name, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      case Collection<?> list ->
          list.stream()
              .map(each -> each instanceof Collection<?> ? refuse(name, each) : each.toString())
              .collect(Collectors.joining(","));
      default -> refuse(name, value);
    };
  }

  private static String refuse(String name, Object value) {
    throw Problem.Invalid.parameter(name, value.toString(), SCALAR);
  }
}
