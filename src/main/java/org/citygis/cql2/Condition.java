package org.citygis.cql2;

import java.util.List;

/** What a row meets, does not meet, or leaves unknown, as SQL knows it. */
public sealed interface Condition extends Node {

  /** True where all parts are; at least two. */
  record And(List<Condition> parts) implements Condition {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** True where one of the parts is; at least two. */
  record Or(List<Condition> parts) implements Condition {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  record Not(Condition condition) implements Condition {}

  record Constant(boolean value) implements Condition {}

  record Comparison(ComparisonOperator operator, Expression left, Expression right)
      implements Condition {}

  /**
   * @param pattern text with the wildcards % and _ and the escape \, perhaps folded
   */
  record Like(Expression text, Expression pattern) implements Condition {}

  /** Both ends included. */
  record Between(Expression value, Expression low, Expression high) implements Condition {}

  record In(Expression value, List<Expression> list) implements Condition {
    public In {
      list = List.copyOf(list);
    }
  }

  record IsNull(Expression value) implements Condition {}

  record Spatial(SpatialOperator operator, Expression left, Expression right)
      implements Condition {}

  record Temporal(TemporalOperator operator, Expression left, Expression right)
      implements Condition {}
}
