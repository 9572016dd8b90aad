package org.citygis.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.citygis.cql2.ArithmeticFunction;
import org.citygis.cql2.FoldingFunction;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;
import org.geotools.factory.CommonFactoryFinder;

/**
 * What the expressions of a filter mean in a table: their columns and types. An unknown field, a
 * hidden one or a value of the wrong type is refused by name.
 */
final class Columns {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private final FeatureTable table;
  private final Set<String> hiddenFields;

  Columns(FeatureTable table, Set<String> hiddenFields) {
    this.table = table;
    this.hiddenFields = hiddenFields;
  }

  /** Two sides of a comparison as values of one type; whole numbers may meet broken ones. */
  record Pair(ColumnType type, Expression left, Expression right) {}

  FeatureTable table() {
    return table;
  }

  boolean isShape(Expression expression) {
    return table.geometry() != null
        && expression instanceof PropertyName name
        && name.getPropertyName().equals(FeatureTable.GEOM);
  }

  Column column(PropertyName property) {
    String name = property.getPropertyName();
    if (hiddenFields.contains(name)) {
      throw unknown(name);
    }
    return name.equals(FeatureTable.FID)
        ? new Column(FeatureTable.FID, ColumnType.INTEGER)
        : table.findColumn(name).orElseThrow(() -> unknown(name));
  }

  ColumnType type(Expression expression) {
    return switch (expression) {
      case PropertyName property -> column(property).type();
      case ArithmeticFunction arithmetic -> ColumnType.NUMBER;
      case FoldingFunction folding -> ColumnType.TEXT;
      case Literal literal -> type(literal);
      default -> throw unsupported(String.valueOf(expression));
    };
  }

  private static ColumnType type(Literal literal) {
    Object value = literal.getValue();
    if (value == null) {
      throw unsupported("null");
    }
    return switch (value) {
      case String text -> ColumnType.TEXT;
      case Long number -> ColumnType.INTEGER;
      case Integer number -> ColumnType.INTEGER;
      case Number number -> ColumnType.NUMBER;
      case Boolean truth -> ColumnType.BOOLEAN;
      case LocalDate date -> ColumnType.DATE;
      case Instant time -> ColumnType.DATETIME;
      case java.util.Date time -> ColumnType.DATETIME;
      default -> throw unsupported(String.valueOf(literal));
    };
  }

  /** A literal takes the type of the other side. */
  Pair pair(Expression left, Expression right) {
    if (left instanceof Literal a && !(right instanceof Literal)) {
      Literal typed = typed(a, right);
      return new Pair(common(typed, right), typed, right);
    }
    if (right instanceof Literal b && !(left instanceof Literal)) {
      Literal typed = typed(b, left);
      return new Pair(common(left, typed), left, typed);
    }
    return new Pair(common(left, right), left, right);
  }

  private ColumnType common(Expression left, Expression right) {
    ColumnType a = type(left);
    ColumnType b = type(right);
    if (a == b) {
      return a;
    }
    if (isNumeric(a) && isNumeric(b)) {
      return ColumnType.NUMBER;
    }
    throw Problem.Invalid.parameter(
        "filter", left + " … " + right, Text.of("同一类型的值", "values of one type"));
  }

  static boolean isNumeric(ColumnType type) {
    return type == ColumnType.INTEGER || type == ColumnType.NUMBER;
  }

  private Literal typed(Literal literal, Expression other) {
    ColumnType type = type(other);
    Object value = literal.getValue();
    if (value == null) {
      throw unsupported("null");
    }
    boolean isBroken =
        type == ColumnType.INTEGER
            && value instanceof Number number
            && number.doubleValue() != Math.rint(number.doubleValue());
    String name = other instanceof PropertyName property ? property.getPropertyName() : "filter";
    return FILTERS.literal(FieldValues.parse(name, isBroken ? ColumnType.NUMBER : type, value));
  }

  private static Problem.Invalid unknown(String field) {
    return Problem.Invalid.parameter(
        "filter", field, Text.of("该图层的字段名", "the name of a field of this layer"));
  }

  static Problem.Invalid unsupported(String what) {
    return Problem.Invalid.parameter(
        "filter",
        what,
        Text.of(
            "字段与值的比较、区间、LIKE、IS NULL、空间关系及其组合",
            "comparisons, BETWEEN, LIKE, IS NULL, spatial predicates and combinations"));
  }
}
