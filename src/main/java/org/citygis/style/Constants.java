package org.citygis.style;

import java.util.function.UnaryOperator;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;

/** The values of symbols that are drawn without a feature, as in a legend. */
final class Constants {
  /** Every value as it is without a feature; null in a literal where it depends on one. */
  static final UnaryOperator<Expression> WITHOUT_FEATURE =
      value -> value instanceof Literal ? value : FilterReader.literal(value.evaluate(null));

  private Constants() {}

  static double number(Expression expression, double otherwise) {
    Double number = expression.evaluate(null, Double.class);
    return number == null || !Double.isFinite(number) ? otherwise : number;
  }

  static String color(@Nullable Expression expression, String otherwise) {
    String color = expression == null ? null : expression.evaluate(null, String.class);
    return color != null && color.matches("#[0-9a-fA-F]{6}") ? color : otherwise;
  }
}
