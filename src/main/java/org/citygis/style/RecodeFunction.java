package org.citygis.style;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.jspecify.annotations.Nullable;

/** A value for each of several codes; a number and the text of it are the same code. */
final class RecodeFunction extends LookupFunction {
  private final List<String> codes;

  /**
   * @param codes as many as values
   */
  RecodeFunction(
      Expression input,
      List<String> codes,
      List<Expression> values,
      @Nullable Expression fallback) {
    super("Recode", input, values, fallback);
    this.codes = List.copyOf(codes);
  }

  List<String> codes() {
    return codes;
  }

  @Override
  RecodeFunction with(List<Expression> values, @Nullable Expression fallback) {
    return new RecodeFunction(input(), codes, values, fallback);
  }

  @Override
  public @Nullable Object evaluate(Object feature) {
    Object code = input().evaluate(feature);
    int at = code == null ? -1 : codes.indexOf(SafeFunctions.words(code));
    return at < 0 ? otherwise(feature) : values().get(at).evaluate(feature);
  }
}
