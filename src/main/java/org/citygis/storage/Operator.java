package org.citygis.storage;

import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsNotEqualTo;

/** How a filter compares two values. */
enum Operator {
  EQUAL("="),
  DIFFERENT("<>"),
  LESS("<"),
  AT_MOST("<="),
  GREATER(">"),
  AT_LEAST(">=");

  private final String sign;

  Operator(String sign) {
    this.sign = sign;
  }

  String sign() {
    return sign;
  }

  static Operator of(BinaryComparisonOperator comparison) {
    return switch (comparison) {
      case PropertyIsEqualTo equal -> EQUAL;
      case PropertyIsNotEqualTo different -> DIFFERENT;
      case PropertyIsLessThan less -> LESS;
      case PropertyIsLessThanOrEqualTo atMost -> AT_MOST;
      case PropertyIsGreaterThan greater -> GREATER;
      case PropertyIsGreaterThanOrEqualTo atLeast -> AT_LEAST;
      default -> throw Columns.unsupported(comparison.getClass().getSimpleName());
    };
  }

  /**
   * @param order negative where the left value comes first, 0 where both are one
   */
  boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case DIFFERENT -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
