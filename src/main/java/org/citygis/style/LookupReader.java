package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Categorize}, {@code Recode} and {@code Interpolate}, as elements of Symbology
 * Encoding or as the functions of these names that GeoServer has for SLD 1.0.
 */
final class LookupReader {
  private LookupReader() {}

  static Expression categorize(Element element) {
    Expression input = FilterReader.value(element.get("LookupValue"));
    List<Double> thresholds = new ArrayList<>();
    for (Element threshold : element.all("Threshold")) {
      thresholds.add(number(threshold, FilterReader.value(threshold)));
    }
    List<Expression> values = element.all("Value").stream().map(FilterReader::value).toList();
    String side =
        element.attribute(
            "thresholdBelongsTo", element.attribute("thresholdsBelongTo", "succeeding"));
    return categorize(element, input, thresholds, values, side);
  }

  static Expression interpolate(Element element) {
    List<Double> points = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    for (Element point : element.all("InterpolationPoint")) {
      Element data = point.get("Data");
      points.add(number(data, FilterReader.value(data)));
      values.add(FilterReader.value(point.get("Value")));
    }
    return interpolate(
        element,
        FilterReader.value(element.get("LookupValue")),
        points,
        values,
        element.attribute("mode", "linear"));
  }

  static Expression recode(Element element) {
    List<String> codes = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    for (Element item : element.all("MapItem")) {
      Element data = item.get("Data");
      codes.add(text(data, FilterReader.value(data)));
      values.add(FilterReader.value(item.get("Value")));
    }
    Expression input = FilterReader.value(element.get("LookupValue"));
    return recode(element, input, codes, values);
  }

  /**
   * One of the three as a function: its input first, then values and keys in turn.
   *
   * @return null when the name is none of theirs
   */
  static @Nullable Expression function(Element element, String name, List<Expression> arguments) {
    if (arguments.isEmpty()) {
      return null;
    }
    List<Expression> rest = new ArrayList<>(arguments.subList(1, arguments.size()));
    return switch (name) {
      case "Categorize" -> {
        String side = word(rest, "succeeding", "preceding", "succeeding");
        List<Double> thresholds = odd(rest).stream().map(e -> number(element, e)).toList();
        yield categorize(element, arguments.get(0), thresholds, even(rest), side);
      }
      case "Recode" -> {
        List<String> codes = even(rest).stream().map(e -> text(element, e)).toList();
        yield recode(element, arguments.get(0), codes, odd(rest));
      }
      case "Interpolate" -> {
        String mode = word(rest, "linear", "linear", "cosine", "cubic");
        word(rest, "", "numeric", "color");
        mode = word(rest, mode, "linear", "cosine", "cubic");
        List<Double> points = even(rest).stream().map(e -> number(element, e)).toList();
        yield interpolate(element, arguments.get(0), points, odd(rest), mode);
      }
      default -> null;
    };
  }

  private static Expression categorize(
      Element element,
      Expression input,
      List<Double> thresholds,
      List<Expression> values,
      String side) {
    if (values.size() != thresholds.size() + 1) {
      throw element.wrong(
          "Categorize 有 %d 个值、%d 个阈值；值应比阈值多一个",
          "Categorize has %d values for %d thresholds; it needs one value more than thresholds",
          values.size(),
          thresholds.size());
    }
    ascending(element, thresholds);
    return new CategorizeFunction(
        input, thresholds, !side.equals("preceding"), values, fallback(element));
  }

  private static Expression interpolate(
      Element element,
      Expression input,
      List<Double> points,
      List<Expression> values,
      String mode) {
    if (points.isEmpty() || points.size() != values.size()) {
      throw element.wrong(
          "Interpolate 有 %d 个值、%d 个点",
          "Interpolate has %d values for %d points", values.size(), points.size());
    }
    if (mode.equals("cubic")) {
      throw element.notSupported("Interpolate mode=cubic");
    }
    ascending(element, points);
    return new InterpolateFunction(input, points, mode.equals("cosine"), values, fallback(element));
  }

  private static Expression recode(
      Element element, Expression input, List<String> codes, List<Expression> values) {
    if (codes.isEmpty() || codes.size() != values.size()) {
      throw element.wrong(
          "Recode 有 %d 个值、%d 个代码",
          "Recode has %d values for %d codes", values.size(), codes.size());
    }
    return new RecodeFunction(input, codes, values, fallback(element));
  }

  private static @Nullable Expression fallback(Element element) {
    String fallback = element.attribute("fallbackValue", "");
    return fallback.isEmpty() ? null : FilterReader.literal(fallback);
  }

  private static void ascending(Element element, List<Double> numbers) {
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) <= numbers.get(i - 1)) {
        throw element.wrong(
            "%s 不大于 %s；阈值和插值点应递增",
            "%s is not above %s; thresholds and points ascend", numbers.get(i), numbers.get(i - 1));
      }
    }
  }

  private static double number(Element element, Expression expression) {
    return Values.number(element, text(element, expression), -1e300, 1e300);
  }

  private static String text(Element element, Expression expression) {
    if (!(expression instanceof Literal)) {
      throw element.notSupported(element.name() + " with thresholds or codes that are expressions");
    }
    return expression.toString();
  }

  /** Takes a word away from the end where it stands there. */
  private static String word(List<Expression> arguments, String otherwise, String... words) {
    String last = arguments.isEmpty() ? "" : arguments.getLast().toString();
    return List.of(words).contains(last) ? arguments.removeLast().toString() : otherwise;
  }

  private static List<Expression> even(List<Expression> all) {
    return every(all, 0);
  }

  private static List<Expression> odd(List<Expression> all) {
    return every(all, 1);
  }

  private static List<Expression> every(List<Expression> all, int from) {
    List<Expression> found = new ArrayList<>();
    for (int i = from; i < all.size(); i += 2) {
      found.add(all.get(i));
    }
    return found;
  }
}
