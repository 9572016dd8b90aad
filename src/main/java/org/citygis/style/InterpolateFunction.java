package org.citygis.style;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/** A number or colour between those of the two nearest points. */
final class InterpolateFunction extends LookupFunction {
  private final List<Double> points;
  private final boolean cosine;

  /**
   * @param points ascending, as many as values
   * @param cosine whether the change is slow at the points and fast between them
   */
  InterpolateFunction(
      Expression input,
      List<Double> points,
      boolean cosine,
      List<Expression> values,
      @Nullable Expression fallback) {
    super("Interpolate", input, values, fallback);
    this.points = List.copyOf(points);
    this.cosine = cosine;
  }

  List<Double> points() {
    return points;
  }

  boolean cosine() {
    return cosine;
  }

  @Override
  InterpolateFunction with(List<Expression> values, @Nullable Expression fallback) {
    return new InterpolateFunction(input(), points, cosine, values, fallback);
  }

  @Override
  public @Nullable Object evaluate(Object feature) {
    Double number = input().evaluate(feature, Double.class);
    if (number == null || number.isNaN()) {
      return otherwise(feature);
    }
    int above = 0;
    while (above < points.size() && number >= points.get(above)) {
      above++;
    }
    if (above == 0 || above == points.size()) {
      return values().get(Math.max(0, above - 1)).evaluate(feature);
    }
    double from = points.get(above - 1);
    double share = (number - from) / (points.get(above) - from);
    return between(
        values().get(above - 1).evaluate(feature, String.class),
        values().get(above).evaluate(feature, String.class),
        cosine ? (1 - Math.cos(Math.PI * share)) / 2 : share);
  }

  private static @Nullable Object between(
      @Nullable String from, @Nullable String to, double share) {
    if (from == null || to == null) {
      return null;
    }
    if (!from.startsWith("#") || !to.startsWith("#")) {
      Double low = SafeFunctions.number(from);
      Double high = SafeFunctions.number(to);
      return low == null || high == null ? null : low + share * (high - low);
    }
    StringBuilder color = new StringBuilder("#");
    for (int i = 1; i < 7; i += 2) {
      int low = Integer.parseInt(from, i, i + 2, 16);
      int high = Integer.parseInt(to, i, i + 2, 16);
      color.append("%02x".formatted((int) Math.floor(low + share * (high - low) + 0.5)));
    }
    return color.toString();
  }
}
