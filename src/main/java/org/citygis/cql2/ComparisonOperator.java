package org.citygis.cql2;

/** How two values of one kind compare. */
public enum ComparisonOperator {
  EQUAL("="),
  DIFFERENT("<>"),
  LESS("<"),
  GREATER(">"),
  AT_MOST("<="),
  AT_LEAST(">=");

  private final String sign;

  ComparisonOperator(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /** The operator that says the same with its sides changed. */
  ComparisonOperator mirrored() {
    return switch (this) {
      case EQUAL, DIFFERENT -> this;
      case LESS -> GREATER;
      case GREATER -> LESS;
      case AT_MOST -> AT_LEAST;
      case AT_LEAST -> AT_MOST;
    };
  }
}
