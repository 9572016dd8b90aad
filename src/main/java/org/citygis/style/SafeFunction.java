package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.FunctionExpressionImpl;
import org.jspecify.annotations.Nullable;

/** A function of {@link SafeFunctions} with its arguments. */
final class SafeFunction extends FunctionExpressionImpl {
  private final SafeFunctions.Known known;

  SafeFunction(SafeFunctions.Known known, List<Expression> arguments) {
    super(functionName(known.name(), "result:Object", "arguments:Object:1,"));
    this.known = known;
    setParameters(arguments);
  }

  SafeFunctions.Known known() {
    return known;
  }

  @Override
  public @Nullable Object evaluate(Object feature) {
    List<@Nullable Object> values = new ArrayList<>();
    getParameters().forEach(argument -> values.add(argument.evaluate(feature)));
    return known.body().of(values);
  }
}
