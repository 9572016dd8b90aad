package org.citygis.cql2;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.FunctionExpressionImpl;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic in a compiled filter. It is that of IEEE doubles, whole numbers too, so that 5 / 2 is
 * 2.5 in every database; what has no finite result, such as a division by zero, is unknown.
 */
public final class ArithmeticFunction extends FunctionExpressionImpl {
  private final ArithmeticOperator operator;

  ArithmeticFunction(ArithmeticOperator operator, Expression left, Expression right) {
    super(functionName(operator.name(), "result:Double", "left:Double", "right:Double"));
    this.operator = operator;
    setParameters(List.of(left, right));
  }

  public ArithmeticOperator operator() {
    return operator;
  }

  public Expression left() {
    return getParameters().get(0);
  }

  public Expression right() {
    return getParameters().get(1);
  }

  /** The result, null where there is none. */
  public @Nullable Double apply(double a, double b) {
    double result =
        switch (operator) {
          case ADD -> a + b;
          case SUBTRACT -> a - b;
          case MULTIPLY -> a * b;
          case DIVIDE -> a / b;
          case REMAINDER -> a % b;
          case WHOLE_DIVIDE -> truncated(a / b);
          case POWER -> Math.pow(a, b);
        };
    return Double.isFinite(result) ? result + 0.0 : null;
  }

  private static double truncated(double value) {
    return value < 0 ? Math.ceil(value) : Math.floor(value);
  }

  @Override
  public @Nullable Object evaluate(Object feature) {
    Double a = left().evaluate(feature, Double.class);
    Double b = right().evaluate(feature, Double.class);
    return a == null || b == null ? null : apply(a, b);
  }
}
