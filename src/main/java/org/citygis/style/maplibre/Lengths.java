package org.citygis.style.maplibre;

import java.util.List;
import org.citygis.style.ExpressionJson;
import org.citygis.style.Symbolizer;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of symbols; metres grow with the zoom.
 *
 * @param unit of the symbol
 */
record Lengths(MapLibreExpression expressions, Symbolizer.Unit unit) {
  /** Metres of a pixel at MapLibre's zoom 0, in the latitude of the middle of China. */
  private static final double METRES = 78_271.516_964 * Math.cos(Math.toRadians(32));

  /** A length times a factor. */
  @Nullable Object of(Expression length, double factor, double otherwise) {
    Object value = expressions.of(ExpressionJson.of(length), otherwise);
    if (unit == Symbolizer.Unit.PIXEL) {
      return times(length, value, factor);
    }
    return MapLibreExpression.call(
        "interpolate",
        List.of("exponential", 2),
        List.of("zoom"),
        0,
        times(length, value, factor / METRES),
        24,
        times(length, value, factor / METRES * Math.pow(2, 24)));
  }

  private static @Nullable Object times(Expression length, @Nullable Object value, double factor) {
    if (factor == 1) {
      return value;
    }
    return length instanceof Literal && value instanceof Number number
        ? number.doubleValue() * factor
        : MapLibreExpression.call("*", MapLibreExpression.call("to-number", value), factor);
  }
}
