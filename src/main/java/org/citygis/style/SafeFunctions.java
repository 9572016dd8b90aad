package org.citygis.style;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The functions that a style may use: known by their names in GeoTools, cannot fail, and the
 * browser has the same. A missing argument makes the result missing, unless said otherwise.
 */
final class SafeFunctions {

  /** What a function makes of its arguments. */
  interface Body {
    @Nullable Object of(List<@Nullable Object> arguments);
  }

  /**
   * One function.
   *
   * @param name in a style file
   * @param operator in the browser
   * @param ofNumbers whether it takes numbers only
   */
  record Known(String name, String operator, int least, int most, boolean ofNumbers, Body body) {}

  private static final Map<String, Known> KNOWN = new TreeMap<>();

  static {
    text("strToUpperCase", "upcase", 1, a -> a[0].toUpperCase(Locale.ROOT));
    text("strToLowerCase", "lower", 1, a -> a[0].toLowerCase(Locale.ROOT));
    text("strTrim", "trim", 1, a -> a[0].strip());
    text("strLength", "length", 1, a -> (double) a[0].length());
    text("strSubstring", "slice", 3, a -> slice(a[0], number(a[1]), number(a[2])));
    text("strSubstringStart", "slice", 2, a -> slice(a[0], number(a[1]), 1e9));
    text("strStartsWith", "starts", 2, a -> a[0].startsWith(a[1]));
    text("strEndsWith", "ends", 2, a -> a[0].endsWith(a[1]));
    number("abs", "abs", Math::abs);
    number("ceil", "ceil", Math::ceil);
    number("floor", "floor", Math::floor);
    number("round", "round", x -> Math.floor(x + 0.5));
    number("sqrt", "sqrt", Math::sqrt);
    number("log", "ln", Math::log);
    number("exp", "exp", Math::exp);
    number("parseDouble", "to-number", x -> x);
    numbers("Add", "+", 2, 2, a -> a[0] + a[1]);
    numbers("Sub", "-", 2, 2, a -> a[0] - a[1]);
    numbers("Mul", "*", 2, 2, a -> a[0] * a[1]);
    numbers("Div", "/", 2, 2, a -> a[0] / a[1]);
    numbers("pow", "^", 2, 2, a -> Math.pow(a[0], a[1]));
    numbers("min", "min", 2, 8, a -> Arrays.stream(a).min().orElseThrow());
    numbers("max", "max", 2, 8, a -> Arrays.stream(a).max().orElseThrow());
    text("equalTo", "==", 2, a -> a[0].equals(a[1]));
    text("notEqual", "!=", 2, a -> !a[0].equals(a[1]));
    text("lessThan", "<", 2, a -> order(a) < 0);
    text("lessEqualThan", "<=", 2, a -> order(a) <= 0);
    text("greaterThan", ">", 2, a -> order(a) > 0);
    text("greaterEqualThan", ">=", 2, a -> order(a) >= 0);
    add("isNull", "missing", 1, 1, a -> a.get(0) == null);
    add("not", "!", 1, 1, a -> !isTrue(a.get(0)));
    add("if_then_else", "case", 3, 3, a -> isTrue(a.get(0)) ? a.get(1) : a.get(2));
    add(
        "Coalesce",
        "coalesce",
        1,
        8,
        a -> a.stream().filter(Objects::nonNull).findFirst().orElse(null));
  }

  private SafeFunctions() {}

  static Optional<Known> find(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  /** A value as the text that a reader of a map sees: whole numbers without a point. */
  static String words(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number)
          ? new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString()
          : String.valueOf(number);
    }
    return value.toString();
  }

  /** A text as a number; null when it is none. */
  static @Nullable Double number(String text) {
    try {
      double number = Double.parseDouble(text);
      return Double.isFinite(number) ? number : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static void add(String name, String operator, int least, int most, Body body) {
    KNOWN.put(name, new Known(name, operator, least, most, false, body));
  }

  private static void text(
      String name, String operator, int count, Function<String[], @Nullable Object> body) {
    add(
        name,
        operator,
        count,
        count,
        arguments ->
            arguments.contains(null)
                ? null
                : body.apply(arguments.stream().map(SafeFunctions::words).toArray(String[]::new)));
  }

  private static void number(String name, String operator, DoubleUnaryOperator body) {
    numbers(name, operator, 1, 1, a -> body.applyAsDouble(a[0]));
  }

  private static void numbers(
      String name, String operator, int least, int most, Function<double[], Double> body) {
    Body ofNumbers =
        arguments -> {
          double[] numbers = new double[arguments.size()];
          for (int i = 0; i < numbers.length; i++) {
            Object argument = arguments.get(i);
            Double number = argument == null ? null : number(argument.toString());
            if (number == null) {
              return null;
            }
            numbers[i] = number;
          }
          double result = body.apply(numbers);
          return Double.isFinite(result) ? result : null;
        };
    KNOWN.put(name, new Known(name, operator, least, most, true, ofNumbers));
  }

  private static boolean isTrue(@Nullable Object value) {
    return value != null && Boolean.parseBoolean(value.toString());
  }

  /** By number where both are numbers. */
  private static int order(String[] pair) {
    Double first = number(pair[0]);
    Double second = number(pair[1]);
    return first == null || second == null ? pair[0].compareTo(pair[1]) : first.compareTo(second);
  }

  /** From one character to before another, both from 0; what lies outside is left out. */
  private static String slice(String text, @Nullable Double from, @Nullable Double to) {
    int begin = from == null ? 0 : (int) Math.clamp(from, 0, text.length());
    int end = to == null ? text.length() : (int) Math.clamp(to, begin, text.length());
    return text.substring(begin, end);
  }
}
