package org.citygis.style;

import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.FunctionExpressionImpl;
import org.geotools.filter.function.EnvFunction;
import org.jspecify.annotations.Nullable;

/**
 * {@code lang(name, name_en)}: the first value, or the second where English is wanted; the other
 * one where that is empty. The language is the environment value {@code lang} of GeoTools' {@link
 * EnvFunction}.
 */
final class LangFunction extends FunctionExpressionImpl {
  static final String NAME = "lang";

  private static final Expression LANGUAGE =
      CommonFactoryFinder.getFilterFactory().function("env", FilterReader.literal(NAME));

  LangFunction(Expression chinese, Expression english) {
    super(functionName(NAME, "text:String", "chinese:String", "english:String"));
    setParameters(List.of(chinese, english));
  }

  Expression chinese() {
    return getParameters().get(0);
  }

  Expression english() {
    return getParameters().get(1);
  }

  @Override
  public @Nullable Object evaluate(Object feature) {
    boolean inEnglish = "en".equals(LANGUAGE.evaluate(feature));
    String wanted = (inEnglish ? english() : chinese()).evaluate(feature, String.class);
    boolean empty = wanted == null || wanted.isBlank();
    return empty ? (inEnglish ? chinese() : english()).evaluate(feature, String.class) : wanted;
  }
}
