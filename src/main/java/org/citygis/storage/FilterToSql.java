package org.citygis.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsGreaterThan;
import org.geotools.api.filter.PropertyIsGreaterThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLessThan;
import org.geotools.api.filter.PropertyIsLessThanOrEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNotEqualTo;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.expression.PropertyName;

/**
 * Writes a GeoTools filter on attributes as SQL with bound values. A condition that SQL cannot
 * take, an unknown field or a hidden one is refused by name; nothing is silently left out.
 */
final class FilterToSql {
  private final FeatureTable table;
  private final Set<String> hiddenFields;
  private final Condition condition;

  FilterToSql(FeatureTable table, Set<String> hiddenFields, Condition condition) {
    this.table = table;
    this.hiddenFields = hiddenFields;
    this.condition = condition;
  }

  void and(Filter filter) {
    if (filter != Filter.INCLUDE) {
      condition.and(sql(filter));
    }
  }

  private String sql(Filter filter) {
    return switch (filter) {
      case IncludeFilter all -> "1 = 1";
      case ExcludeFilter none -> "1 = 0";
      case And and -> joined(and.getChildren(), " AND ");
      case Or or -> isList(or) ? in(or) : joined(or.getChildren(), " OR ");
      case Not not -> "NOT " + sql(not.getFilter());
      case PropertyIsEqualTo equal -> comparison(equal, "=");
      case PropertyIsNotEqualTo different -> comparison(different, "<>");
      case PropertyIsLessThan less -> comparison(less, "<");
      case PropertyIsLessThanOrEqualTo atMost -> comparison(atMost, "<=");
      case PropertyIsGreaterThan greater -> comparison(greater, ">");
      case PropertyIsGreaterThanOrEqualTo atLeast -> comparison(atLeast, ">=");
      case PropertyIsBetween between -> between(between);
      case PropertyIsLike like -> like(like);
      case PropertyIsNull isNull -> Sql.quote(column(isNull.getExpression()).name()) + " IS NULL";
      default -> throw unsupported(filter.getClass().getSimpleName());
    };
  }

  private String joined(List<Filter> children, String operator) {
    List<String> parts = new ArrayList<>();
    for (Filter child : children) {
      parts.add(sql(child));
    }
    return "(" + String.join(operator, parts) + ")";
  }

  /** Whether it asks that one field has one of several values, which databases answer faster. */
  private static boolean isList(Or or) {
    String field = null;
    for (Filter child : or.getChildren()) {
      if (!(child instanceof PropertyIsEqualTo equal)
          || !equal.isMatchingCase()
          || !(equal.getExpression1() instanceof PropertyName name)
          || !(equal.getExpression2() instanceof Literal)
          || (field != null && !field.equals(name.getPropertyName()))) {
        return false;
      }
      field = name.getPropertyName();
    }
    return field != null;
  }

  private String in(Or or) {
    String name = "";
    for (Filter child : or.getChildren()) {
      PropertyIsEqualTo equal = (PropertyIsEqualTo) child;
      Column column = column(equal.getExpression1());
      name = Sql.quote(column.name());
      condition.value(column.type(), literal(column, equal.getExpression2()));
    }
    return "(%s IN (%s))"
        .formatted(name, String.join(", ", Collections.nCopies(or.getChildren().size(), "?")));
  }

  private String comparison(BinaryComparisonOperator comparison, String operator) {
    Column column = column(comparison.getExpression1());
    String left = Sql.quote(column.name());
    if (comparison.getExpression2() instanceof PropertyName) {
      return "(%s %s %s)"
          .formatted(left, operator, Sql.quote(column(comparison.getExpression2()).name()));
    }
    condition.value(column.type(), literal(column, comparison.getExpression2()));
    boolean ignoreCase = column.type() == ColumnType.TEXT && !comparison.isMatchingCase();
    return ignoreCase
        ? "(LOWER(%s) %s LOWER(?))".formatted(left, operator)
        : "(%s %s ?)".formatted(left, operator);
  }

  private String between(PropertyIsBetween between) {
    Column column = column(between.getExpression());
    condition.value(column.type(), literal(column, between.getLowerBoundary()));
    condition.value(column.type(), literal(column, between.getUpperBoundary()));
    return "(%s BETWEEN ? AND ?)".formatted(Sql.quote(column.name()));
  }

  private String like(PropertyIsLike like) {
    Column column = column(like.getExpression());
    if (column.type() != ColumnType.TEXT) {
      throw unsupported("LIKE " + column.name());
    }
    condition.value(ColumnType.TEXT, LikePattern.of(like));
    String name = Sql.quote(column.name());
    return like.isMatchingCase()
        ? "(%s LIKE ? ESCAPE '!')".formatted(name)
        : "(LOWER(%s) LIKE LOWER(?) ESCAPE '!')".formatted(name);
  }

  private Column column(Expression expression) {
    if (expression instanceof PropertyName property) {
      String name = property.getPropertyName();
      if (!hiddenFields.contains(name)) {
        if (name.equals(FeatureTable.FID)) {
          return new Column(FeatureTable.FID, ColumnType.INTEGER);
        }
        return table.findColumn(name).orElseThrow(() -> unknown(name));
      }
      throw unknown(name);
    }
    throw unsupported(String.valueOf(expression));
  }

  private static Object literal(Column column, Expression expression) {
    if (!(expression instanceof Literal literal) || literal.getValue() == null) {
      throw unsupported(String.valueOf(expression));
    }
    return FieldValues.parse(column.name(), column.type(), literal.getValue());
  }

  private static Problem.Invalid unknown(String field) {
    return Problem.Invalid.parameter(
        "filter", field, Text.of("该图层的字段名", "the name of a field of this layer"));
  }

  private static Problem.Invalid unsupported(String what) {
    return Problem.Invalid.parameter(
        "filter",
        what,
        Text.of(
            "字段与值的比较、区间、LIKE、IS NULL 及其组合",
            "comparisons of a field with a value, BETWEEN, LIKE, IS NULL and combinations"));
  }
}
