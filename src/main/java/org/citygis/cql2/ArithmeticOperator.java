package org.citygis.cql2;

/** Arithmetic on numbers, from the loosest to the tightest binding. */
public enum ArithmeticOperator {
  ADD("+", 1),
  SUBTRACT("-", 1),
  MULTIPLY("*", 2),
  DIVIDE("/", 2),
  REMAINDER("%", 2),
  WHOLE_DIVIDE("div", 2),
  POWER("^", 3);

  private final String sign;
  private final int binding;

  ArithmeticOperator(String sign, int binding) {
    this.sign = sign;
    this.binding = binding;
  }

  public String sign() {
    return sign;
  }

  int binding() {
    return binding;
  }
}
