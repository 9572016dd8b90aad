package org.citygis.storage;

import org.citygis.cql2.ArithmeticFunction;
import org.citygis.cql2.Folding;
import org.citygis.cql2.FoldingFunction;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;

/** Writes the values of a filter as SQL, literals as bound parameters in the order of the text. */
final class ExpressionToSql {
  private static final String DOUBLE = "CAST(%s AS DOUBLE PRECISION)";

  private final Columns columns;
  private final Dialect dialect;
  private final Condition condition;

  ExpressionToSql(Columns columns, Dialect dialect, Condition condition) {
    this.columns = columns;
    this.dialect = dialect;
    this.condition = condition;
  }

  /**
   * Whether SQL computes the value as the JVM does: accents, powers and remainders of broken
   * numbers it does not.
   */
  boolean can(Expression expression) {
    return switch (expression) {
      case FoldingFunction folding ->
          folding.folding() == Folding.CASEI && dialect.foldCase("") != null && can(folding.text());
      case ArithmeticFunction arithmetic ->
          can(arithmetic.left())
              && can(arithmetic.right())
              && switch (arithmetic.operator()) {
                case ADD, SUBTRACT, MULTIPLY, DIVIDE, WHOLE_DIVIDE -> true;
                case REMAINDER ->
                    columns.type(arithmetic.left()) == ColumnType.INTEGER
                        && columns.type(arithmetic.right()) == ColumnType.INTEGER;
                case POWER -> false;
              };
      default -> true;
    };
  }

  /** As a value of this type; a whole number may be wanted as a broken one. */
  String value(Expression expression, ColumnType wanted) {
    ColumnType type = columns.type(expression);
    String sql =
        switch (expression) {
          case PropertyName property -> Sql.quote(columns.column(property).name());
          case Literal literal -> literal(type, literal);
          case FoldingFunction folding -> folded(folding);
          case ArithmeticFunction arithmetic -> arithmetic(arithmetic);
          default -> throw Columns.unsupported(String.valueOf(expression));
        };
    return type == ColumnType.INTEGER && wanted == ColumnType.NUMBER ? DOUBLE.formatted(sql) : sql;
  }

  private String folded(FoldingFunction folding) {
    String sql = dialect.foldCase(value(folding.text(), ColumnType.TEXT));
    if (sql == null || folding.folding() != Folding.CASEI) {
      throw Columns.unsupported(folding.folding().name());
    }
    return sql;
  }

  private String literal(ColumnType type, Literal literal) {
    condition.value(type, FieldValues.parse("filter", type, literal.getValue()));
    return "CAST(? AS %s)".formatted(type.sql());
  }

  private String arithmetic(ArithmeticFunction arithmetic) {
    ColumnType type =
        switch (arithmetic.operator()) {
          case REMAINDER -> ColumnType.INTEGER;
          default -> ColumnType.NUMBER;
        };
    String a = value(arithmetic.left(), type);
    String b = value(arithmetic.right(), type);
    return switch (arithmetic.operator()) {
      case ADD -> "(%s + %s)".formatted(a, b);
      case SUBTRACT -> "(%s - %s)".formatted(a, b);
      case MULTIPLY -> "(%s * %s)".formatted(a, b);
      case DIVIDE -> "(%s / NULLIF(%s, 0))".formatted(a, b);
      case WHOLE_DIVIDE -> "TRUNC(%s / NULLIF(%s, 0))".formatted(a, b);
      case REMAINDER -> DOUBLE.formatted("MOD(%s, NULLIF(%s, 0))".formatted(a, b));
      case POWER -> throw Columns.unsupported("^");
    };
  }
}
