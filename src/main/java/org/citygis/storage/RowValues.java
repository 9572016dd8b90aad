package org.citygis.storage;

import java.sql.SQLException;
import java.util.List;
import org.citygis.cql2.ArithmeticFunction;
import org.citygis.cql2.FoldingFunction;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.jspecify.annotations.Nullable;

/** Computes expressions from a row, and gathers which columns they need beyond the query's own. */
final class RowValues {

  /** A value of a row, null where it has none. */
  @FunctionalInterface
  interface Value {
    @Nullable Object of(FeatureRow row) throws SQLException;
  }

  private final Columns columns;
  private final int offset;
  private final List<Column> needed;
  private boolean needsShape;

  /**
   * @param offset how many values of a row come before the needed ones
   */
  RowValues(Columns columns, int offset, List<Column> needed) {
    this.columns = columns;
    this.offset = offset;
    this.needed = needed;
  }

  void needShape() {
    needsShape = true;
  }

  boolean needsShape() {
    return needsShape;
  }

  Value of(Expression expression) {
    return switch (expression) {
      case PropertyName property -> column(columns.column(property));
      case Literal literal -> {
        Object value = literal.getValue();
        yield row -> value;
      }
      case ArithmeticFunction arithmetic -> arithmetic(arithmetic);
      case FoldingFunction folding -> {
        Value text = of(folding.text());
        yield row -> {
          Object value = text.of(row);
          return value == null ? null : folding.apply((String) value);
        };
      }
      default -> throw Columns.unsupported(String.valueOf(expression));
    };
  }

  private Value column(Column column) {
    if (!needed.contains(column)) {
      needed.add(column);
    }
    int index = offset + needed.indexOf(column);
    return row -> row.value(index);
  }

  private Value arithmetic(ArithmeticFunction arithmetic) {
    Value left = of(arithmetic.left());
    Value right = of(arithmetic.right());
    return row -> {
      Object a = left.of(row);
      Object b = right.of(row);
      return a instanceof Number x && b instanceof Number y
          ? arithmetic.apply(x.doubleValue(), y.doubleValue())
          : null;
    };
  }
}
