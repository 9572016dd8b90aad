package org.citygis.style.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a style is to be made from.
 *
 * @param pack id of a pack of codes, null for none
 * @param classes wanted of numbers, 2 to 12
 * @param ramp null for the usual one, and for codes the colours of their list
 * @param reversed whether the colours go the other way
 * @param all whether a pack brings all its classes and not only those that occur
 * @param title of the style, null for that of layer and field
 */
record Wish(
    String field,
    Method method,
    @Nullable String pack,
    int classes,
    @Nullable Ramp ramp,
    boolean reversed,
    boolean all,
    @Nullable Text title) {

  /** How values are put into classes. */
  enum Method {
    CODES,
    QUANTILE,
    JENKS,
    EQUAL,
    STDDEV
  }

  /** As a client writes it; what is left out is usual. */
  record Json(
      @Nullable String field,
      @Nullable String method,
      @Nullable String pack,
      @Nullable Integer classes,
      @Nullable String ramp,
      @Nullable Boolean reversed,
      @Nullable Boolean all,
      @Nullable Text title) {}

  static Wish of(Json json) {
    if (json.field() == null) {
      throw Problem.Invalid.parameter("field", "", Text.of("字段名", "the name of a field"));
    }
    int classes = json.classes() == null ? 5 : json.classes();
    if (classes < 2 || classes > 12) {
      throw Problem.Invalid.parameter(
          "classes", String.valueOf(classes), Text.of("2 至 12 的整数", "an integer from 2 to 12"));
    }
    return new Wish(
        json.field(),
        method(json.method()),
        json.pack(),
        classes,
        json.ramp() == null ? null : ramp(json.ramp()),
        Boolean.TRUE.equals(json.reversed()),
        Boolean.TRUE.equals(json.all()),
        json.title());
  }

  /** So many colours of the ramp. */
  List<String> colors(int count) {
    Ramp usual =
        method == Method.CODES ? Ramp.MUTED : method == Method.STDDEV ? Ramp.SUNSET : Ramp.VIRIDIS;
    List<String> colors = new ArrayList<>((ramp == null ? usual : ramp).colors(count));
    return reversed ? colors.reversed() : colors;
  }

  private static Method method(@Nullable String text) {
    if (text == null) {
      return Method.CODES;
    }
    return Arrays.stream(Method.values())
        .filter(method -> method.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    "method", text, Text.same("codes, quantile, jenks, equal, stddev")));
  }

  private static Ramp ramp(String text) {
    return Arrays.stream(Ramp.values())
        .filter(ramp -> ramp.id().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.Invalid.parameter(
                    "ramp",
                    text,
                    Text.same(
                        Arrays.stream(Ramp.values())
                            .map(Ramp::id)
                            .collect(Collectors.joining(", ")))));
  }
}
