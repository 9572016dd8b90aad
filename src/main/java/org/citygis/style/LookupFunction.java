package org.citygis.style;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.geotools.api.filter.expression.Expression;
import org.geotools.filter.FunctionExpressionImpl;
import org.jspecify.annotations.Nullable;

/**
 * A value found by another one: the transformations of Symbology Encoding. What it looks up is
 * {@link #input()}; a missing or unfitting input gives the fallback.
 */
abstract sealed class LookupFunction extends FunctionExpressionImpl
    permits CategorizeFunction, InterpolateFunction, RecodeFunction {
  private final Expression input;
  private final List<Expression> values;
  private final @Nullable Expression fallback;

  LookupFunction(
      String name, Expression input, List<Expression> values, @Nullable Expression fallback) {
    super(functionName(name, "value:Object", "input:Object", "values:Object:1,"));
    this.input = input;
    this.values = List.copyOf(values);
    this.fallback = fallback;
    List<Expression> parameters = new ArrayList<>(List.of(input));
    parameters.addAll(values);
    if (fallback != null) {
      parameters.add(fallback);
    }
    setParameters(parameters);
  }

  Expression input() {
    return input;
  }

  /** The values to choose from, in the order of the file. */
  List<Expression> values() {
    return values;
  }

  @Nullable Expression fallback() {
    return fallback;
  }

  /** The same choice from other values. */
  final LookupFunction map(UnaryOperator<Expression> change) {
    return with(
        values.stream().map(change).toList(), fallback == null ? null : change.apply(fallback));
  }

  abstract LookupFunction with(List<Expression> newValues, @Nullable Expression newFallback);

  @Nullable Object otherwise(Object feature) {
    return fallback == null ? null : fallback.evaluate(feature);
  }
}
