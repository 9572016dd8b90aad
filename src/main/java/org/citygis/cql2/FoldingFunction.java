package org.citygis.cql2;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.FunctionExpressionImpl;
import org.jspecify.annotations.Nullable;

/** Text of a compiled filter without its case or without its accents. */
public final class FoldingFunction extends FunctionExpressionImpl {
  private final Folding folding;

  FoldingFunction(Folding folding, Expression text) {
    super(functionName(folding.name(), "folded:String", "text:String"));
    this.folding = folding;
    setParameters(List.of(text));
  }

  public Folding folding() {
    return folding;
  }

  public Expression text() {
    return getParameters().getFirst();
  }

  public String apply(String text) {
    return apply(folding, text);
  }

  /**
   * Case: capitals, then small letters, so that ß is ss and every sigma one; databases do the same
   * with LOWER and UPPER. Accents: the combining marks of the decomposed text are dropped.
   */
  static String apply(Folding folding, String text) {
    return switch (folding) {
      case CASEI -> text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
      case ACCENTI ->
          Normalizer.normalize(
              Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", ""),
              Normalizer.Form.NFC);
    };
  }

  @Override
  public @Nullable Object evaluate(Object feature) {
    String value = text().evaluate(feature, String.class);
    return value == null ? null : apply(value);
  }
}
