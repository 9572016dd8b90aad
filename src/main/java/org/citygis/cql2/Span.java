package org.citygis.cql2;

import java.time.LocalDate;
import org.citygis.cql2.Expression.Interval;
import org.citygis.text.Text;
import org.geotools.api.filter.expression.Literal;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time of a compiled filter.
 *
 * @param isMoment whether it was written as one time, not as an interval
 */
record Span(End from, End to, boolean isMoment) {
  private static final Text TIME =
      Text.of("时间字段、DATE、TIMESTAMP 或 INTERVAL", "a field of times, DATE, TIMESTAMP or INTERVAL");

  /**
   * @param infinity -1 before all times, 1 after them, 0 for a time
   * @param time null for an open end
   */
  record End(int infinity, @Nullable Scalar time, boolean isLast) {

    Scalar scalar() {
      return java.util.Objects.requireNonNull(time);
    }

    /** A day that meets moments is its first or last one. */
    Scalar momentFor(End other) {
      Scalar scalar = scalar();
      if (scalar.kind() != Kind.DATE
          || other.scalar().kind() != Kind.DATETIME
          || !(scalar.expression() instanceof Literal literal)) {
        return scalar;
      }
      LocalDate day = (LocalDate) literal.getValue();
      return Operands.literal(Kind.DATETIME, isLast ? Days.end(day) : Days.start(day));
    }
  }

  static Span of(Expression expression, Operands operands, Places places) {
    if (expression instanceof Interval interval) {
      return new Span(
          end(interval.from(), -1, interval, operands, places),
          end(interval.to(), 1, interval, operands, places),
          false);
    }
    Scalar time = time(expression, expression, operands, places);
    return new Span(new End(0, time, false), new End(0, time, true), true);
  }

  private static End end(
      @Nullable Expression expression,
      int infinity,
      Interval interval,
      Operands operands,
      Places places) {
    return expression == null
        ? new End(infinity, null, infinity > 0)
        : new End(0, time(expression, interval, operands, places), infinity > 0);
  }

  private static Scalar time(
      Expression expression, Expression at, Operands operands, Places places) {
    Scalar scalar = operands.scalar(expression);
    if (!scalar.kind().isTime()) {
      throw places.refusal(at, Operands.shown(scalar), TIME);
    }
    return scalar;
  }
}
