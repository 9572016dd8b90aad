package org.citygis.cql2;

import java.math.BigDecimal;

/** Writes coordinates. */
final class Numbers {
  private Numbers() {}

  /** The shortest text that is read as the same number. */
  static String shown(double value) {
    return value == 0
        ? "0"
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }
}
