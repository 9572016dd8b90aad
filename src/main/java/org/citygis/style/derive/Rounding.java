package org.citygis.style.derive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Numbers for people: with as few digits as keep the breaks apart. */
final class Rounding {
  private Rounding() {}

  /** Ascending numbers rounded so that each is at most a twentieth of its class away. */
  static List<Double> of(List<Double> ascending) {
    List<Double> rounded = new ArrayList<>();
    for (int i = 0; i < ascending.size(); i++) {
      double value = ascending.get(i);
      double before = i == 0 ? Double.MAX_VALUE : value - ascending.get(i - 1);
      double after = i + 1 == ascending.size() ? Double.MAX_VALUE : ascending.get(i + 1) - value;
      double gap = Math.min(before, after);
      rounded.add(gap == Double.MAX_VALUE ? significant(value) : near(value, gap / 20));
    }
    return rounded;
  }

  private static double near(double value, double most) {
    if (!(most > 0)) {
      return value;
    }
    int digits = (int) -Math.floor(Math.log10(most));
    return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).doubleValue();
  }

  private static double significant(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue();
  }

  static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
