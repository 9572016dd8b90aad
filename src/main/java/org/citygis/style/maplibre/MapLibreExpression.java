package org.citygis.style.maplibre;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * Turns the expressions of our rules into those of MapLibre. Ours take a number and the text of it
 * for the same and go on without a value; MapLibre's are strict, so that comparisons are spelled
 * out.
 */
final class MapLibreExpression {
  private static final Set<String> OF_NUMBERS =
      Set.of("abs", "ceil", "floor", "round", "sqrt", "ln", "^", "min", "max", "+", "-", "*", "/");
  private static final Map<String, String> SAME_IN_TEXT =
      Map.of("upcase", "upcase", "lower", "downcase", "length", "length");

  private final Lang lang;
  private final Consumer<String> approximate;

  /**
   * @param approximate is told what is drawn nearly only
   */
  MapLibreExpression(Lang lang, Consumer<String> approximate) {
    this.lang = lang;
    this.approximate = approximate;
  }

  /**
   * The expression.
   *
   * @param otherwise what stands where a feature has no value
   */
  @Nullable Object of(@Nullable Object expression, Object otherwise) {
    if (!(expression instanceof List<?> list)) {
      return expression;
    }
    String operator = String.valueOf(list.get(0));
    return switch (operator) {
      case "step", "step-above" -> step(list, operator.equals("step"), otherwise);
      case "interpolate" -> interpolate(list, otherwise);
      case "match" -> match(list, otherwise);
      case "coalesce" -> each("coalesce", list, otherwise);
      case "case" ->
          call(
              "case",
              condition(list.get(1)),
              of(list.get(2), otherwise),
              of(list.get(3), otherwise));
      default -> value(list, operator);
    };
  }

  private @Nullable Object value(List<?> list, String operator) {
    if (OF_NUMBERS.contains(operator)) {
      List<@Nullable Object> result = new ArrayList<>(List.of(operator));
      list.stream().skip(1).forEach(argument -> result.add(number(argument)));
      return result;
    }
    if (SAME_IN_TEXT.containsKey(operator)) {
      return call(SAME_IN_TEXT.get(operator), text(list.get(1)));
    }
    return switch (operator) {
      case "get", "literal" -> list;
      case "lang" -> lang(list);
      case "concat" -> each("concat", list, "");
      case "exp" -> call("^", List.of("e"), number(list.get(1)));
      case "to-number" -> number(list.get(1));
      case "trim" -> {
        approximate.accept("trim");
        yield text(list.get(1));
      }
      case "slice" -> {
        List<@Nullable Object> slice = call("slice", text(list.get(1)), number(list.get(2)));
        if (list.size() > 3) {
          slice.add(number(list.get(3)));
        }
        yield slice;
      }
      default -> condition(list);
    };
  }

  /** A condition; null stays null. */
  @Nullable Object condition(@Nullable Object condition) {
    if (!(condition instanceof List<?> list)) {
      return condition;
    }
    String operator = String.valueOf(list.get(0));
    return switch (operator) {
      case "all", "any" -> {
        List<@Nullable Object> result = call(operator);
        list.stream().skip(1).forEach(part -> result.add(condition(part)));
        yield result;
      }
      case "!" -> call("!", condition(list.get(1)));
      case "has" -> call("!=", call("get", list.get(1)), null);
      case "missing" -> call("==", of(list.get(1), ""), null);
      case "==", "!=" -> call(operator, text(list.get(1)), text(list.get(2)));
      case "<", "<=", ">", ">=" -> order(operator, list.get(1), list.get(2));
      case "in" -> call("in", text(list.get(1)), literals(list.get(2)));
      case "like" ->
          new LikeCondition(approximate).of(text(list.get(1)), String.valueOf(list.get(2)));
      case "starts" -> call("==", call("index-of", text(list.get(2)), text(list.get(1))), 0);
      case "ends" ->
          call(
              "==",
              call("slice", text(list.get(1)), call("-", 0, call("length", text(list.get(2))))),
              text(list.get(2)));
      default -> call("==", text(list), "true");
    };
  }

  private Object order(String operator, @Nullable Object left, @Nullable Object right) {
    boolean numbers = left instanceof Number || right instanceof Number;
    Object comparison =
        numbers
            ? call(operator, number(left), number(right))
            : call(operator, text(left), text(right));
    List<@Nullable Object> guarded = call("all");
    for (Object side : Arrays.asList(left, right)) {
      if (side instanceof List<?>) {
        guarded.add(call("!=", of(side, ""), null));
      }
    }
    guarded.add(comparison);
    return guarded;
  }

  private Object lang(List<?> list) {
    Object first = list.get(lang == Lang.ZH ? 1 : 2);
    Object second = list.get(lang == Lang.ZH ? 2 : 1);
    return call(
        "case",
        call("!=", call("to-string", call("get", first)), ""),
        call("get", first),
        call("coalesce", call("get", second), ""));
  }

  private Object step(List<?> list, boolean included, Object otherwise) {
    Object input = of(list.get(1), "");
    List<@Nullable Object> choice;
    if (included) {
      choice = call("step", number(list.get(1)), or(list.get(2), otherwise));
      for (int i = 3; i < list.size(); i += 2) {
        choice.addAll(Arrays.asList(list.get(i), or(list.get(i + 1), otherwise)));
      }
    } else {
      choice = call("case");
      for (int i = list.size() - 2; i >= 3; i -= 2) {
        choice.add(call(">", number(list.get(1)), list.get(i)));
        choice.add(or(list.get(i + 1), otherwise));
      }
      choice.add(or(list.get(2), otherwise));
    }
    return call("case", call("!=", input, null), choice, otherwise);
  }

  private Object interpolate(List<?> list, Object otherwise) {
    if (list.get(1) instanceof List<?> curve && !curve.get(0).equals("linear")) {
      approximate.accept("interpolate " + curve.get(0));
    }
    List<@Nullable Object> choice = call("interpolate", List.of("linear"), number(list.get(2)));
    for (int i = 3; i < list.size(); i += 2) {
      choice.addAll(Arrays.asList(list.get(i), or(list.get(i + 1), otherwise)));
    }
    return call("case", call("!=", of(list.get(2), ""), null), choice, otherwise);
  }

  private Object match(List<?> list, Object otherwise) {
    List<@Nullable Object> match = call("match", text(list.get(1)));
    Set<Object> seen = new HashSet<>();
    for (int i = 2; i + 1 < list.size(); i += 2) {
      if (seen.add(list.get(i))) {
        match.addAll(Arrays.asList(list.get(i), or(list.get(i + 1), otherwise)));
      }
    }
    match.add(or(list.get(list.size() - 1), otherwise));
    return match;
  }

  private Object or(@Nullable Object value, Object otherwise) {
    Object found = of(value, otherwise);
    return found == null ? otherwise : found;
  }

  private List<@Nullable Object> each(String operator, List<?> list, Object otherwise) {
    List<@Nullable Object> result = call(operator);
    list.stream().skip(1).forEach(part -> result.add(of(part, otherwise)));
    return result;
  }

  private Object number(@Nullable Object value) {
    return value instanceof Number ? value : call("to-number", of(value, 0));
  }

  private Object text(@Nullable Object value) {
    return value instanceof List<?> ? call("to-string", of(value, "")) : words(value);
  }

  private static Object literals(@Nullable Object literal) {
    List<?> values =
        literal instanceof List<?> list && list.get(1) instanceof List<?> inner ? inner : List.of();
    return call("literal", values.stream().map(MapLibreExpression::words).toList());
  }

  /** As to-string writes it. */
  private static String words(@Nullable Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf(number.longValue());
    }
    return String.valueOf(value);
  }

  static List<@Nullable Object> call(String operator, @Nullable Object... arguments) {
    List<@Nullable Object> result = new ArrayList<>();
    result.add(operator);
    result.addAll(Arrays.asList(arguments));
    return result;
  }
}
