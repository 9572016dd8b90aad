package org.citygis.cql2;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** What conditions compare. */
public sealed interface Expression extends Node {

  record Property(String name) implements Expression {}

  record TextLiteral(String value) implements Expression {}

  record NumberLiteral(BigDecimal value) implements Expression {
    public NumberLiteral {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
  }

  record BooleanLiteral(boolean value) implements Expression {}

  record DateLiteral(LocalDate value) implements Expression {}

  record TimestampLiteral(Instant value) implements Expression {}

  /**
   * Both ends belong to it.
   *
   * @param from a date, a timestamp or a property; null where it is open
   * @param to the same
   */
  record Interval(@Nullable Expression from, @Nullable Expression to) implements Expression {}

  /** A shape with its coordinates in the order in which they were written. */
  record ShapeLiteral(Geometry shape) implements Expression {}

  /** A box in the order in which it was written; heights are dropped. */
  record BoxLiteral(double first1, double second1, double first2, double second2)
      implements Expression {}

  record Arithmetic(ArithmeticOperator operator, Expression left, Expression right)
      implements Expression {}

  record Folded(Folding folding, Expression text) implements Expression {}

  /** A condition whose truth is compared. */
  record Truth(Condition condition) implements Expression {}
}
