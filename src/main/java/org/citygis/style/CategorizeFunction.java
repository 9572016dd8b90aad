package org.citygis.style;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/** A value for each of the classes that thresholds divide numbers into. */
final class CategorizeFunction extends LookupFunction {
  private final List<Double> thresholds;
  private final boolean thresholdsBelongToSucceeding;

  /**
   * @param thresholds ascending, one less than values
   */
  CategorizeFunction(
      Expression input,
      List<Double> thresholds,
      boolean thresholdsBelongToSucceeding,
      List<Expression> values,
      @Nullable Expression fallback) {
    super("Categorize", input, values, fallback);
    this.thresholds = List.copyOf(thresholds);
    this.thresholdsBelongToSucceeding = thresholdsBelongToSucceeding;
  }

  List<Double> thresholds() {
    return thresholds;
  }

  boolean thresholdsBelongToSucceeding() {
    return thresholdsBelongToSucceeding;
  }

  @Override
  CategorizeFunction with(List<Expression> values, @Nullable Expression fallback) {
    return new CategorizeFunction(
        input(), thresholds, thresholdsBelongToSucceeding, values, fallback);
  }

  @Override
  public @Nullable Object evaluate(Object feature) {
    Double number = input().evaluate(feature, Double.class);
    if (number == null || number.isNaN()) {
      return otherwise(feature);
    }
    int at = 0;
    while (at < thresholds.size()
        && (thresholdsBelongToSucceeding
            ? number >= thresholds.get(at)
            : number > thresholds.get(at))) {
      at++;
    }
    return values().get(at).evaluate(feature);
  }
}
