package org.citygis.storage;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.filter.And;
import org.geotools.api.filter.BinaryComparisonOperator;
import org.geotools.api.filter.ExcludeFilter;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.IncludeFilter;
import org.geotools.api.filter.Not;
import org.geotools.api.filter.Or;
import org.geotools.api.filter.PropertyIsBetween;
import org.geotools.api.filter.PropertyIsEqualTo;
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BinarySpatialOperator;

/**
 * Writes a GeoTools filter as SQL with bound values, such that both databases and {@link
 * FilterTruth} say the same of every row. What SQL cannot say, {@link #can} tells; an unknown field
 * or a hidden one is refused by name.
 */
final class FilterToSql {
  private final Columns columns;
  private final Dialect dialect;
  private final Condition condition;
  private final ExpressionToSql expressions;
  private final SpatialToSql shapes;

  FilterToSql(Columns columns, Dialect dialect, Condition condition) {
    this.columns = columns;
    this.dialect = dialect;
    this.condition = condition;
    this.expressions = new ExpressionToSql(columns, dialect, condition);
    this.shapes = new SpatialToSql(columns, dialect, condition);
  }

  void and(Filter filter) {
    if (filter != Filter.INCLUDE) {
      condition.and(sql(filter, true));
    }
  }

  boolean can(Filter filter) {
    return switch (filter) {
      case And and -> and.getChildren().stream().allMatch(this::can);
      case Or or -> or.getChildren().stream().allMatch(this::can);
      case Not not -> can(not.getFilter());
      case PropertyIsBetween between ->
          expressions.can(between.getExpression())
              && expressions.can(between.getLowerBoundary())
              && expressions.can(between.getUpperBoundary());
      case BinaryComparisonOperator comparison ->
          expressions.can(comparison.getExpression1())
              && expressions.can(comparison.getExpression2());
      case PropertyIsLike like ->
          expressions.can(like.getExpression())
              && (dialect.likeCountsCharacters() || LikePattern.of(like).indexOf('_') < 0);
      case PropertyIsNull isNull -> expressions.can(isNull.getExpression());
      case BinarySpatialOperator spatial -> shapes.can(spatial);
      default -> true;
    };
  }

  /**
   * @param positive whether it stands under an even number of NOTs, where false and unknown come to
   *     the same
   */
  private String sql(Filter filter, boolean positive) {
    return switch (filter) {
      case IncludeFilter all -> "1 = 1";
      case ExcludeFilter none -> "1 = 0";
      case And and -> joined(and.getChildren(), " AND ", positive);
      case Or or -> isList(or) ? in(or) : joined(or.getChildren(), " OR ", positive);
      case Not not -> "NOT (%s)".formatted(sql(not.getFilter(), !positive));
      case PropertyIsBetween between ->
          "(%s AND %s)"
              .formatted(
                  comparison(between.getExpression(), ">=", between.getLowerBoundary(), true),
                  comparison(between.getExpression(), "<=", between.getUpperBoundary(), true));
      case BinaryComparisonOperator comparison ->
          comparison(
              comparison.getExpression1(),
              Operator.of(comparison).sign(),
              comparison.getExpression2(),
              comparison.isMatchingCase());
      case PropertyIsLike like -> like(like);
      case PropertyIsNull isNull -> isNull(isNull.getExpression());
      case BinarySpatialOperator spatial -> shapes.sql(spatial, positive);
      default -> throw Columns.unsupported(filter.getClass().getSimpleName());
    };
  }

  private String joined(List<Filter> children, String operator, boolean positive) {
    List<String> parts = new ArrayList<>();
    for (Filter child : children) {
      parts.add(sql(child, positive));
    }
    return "(" + String.join(operator, parts) + ")";
  }

  /** Whether it asks that one value is one of several, which databases answer faster. */
  private boolean isList(Or or) {
    Expression value = null;
    ColumnType type = null;
    for (Filter child : or.getChildren()) {
      if (!(child instanceof PropertyIsEqualTo equal)
          || !equal.isMatchingCase()
          || equal.getExpression1() instanceof Literal
          || !(equal.getExpression2() instanceof Literal)
          || (value != null && !value.equals(equal.getExpression1()))) {
        return false;
      }
      value = equal.getExpression1();
      ColumnType next = columns.pair(value, equal.getExpression2()).type();
      if (type != null && type != next) {
        return false;
      }
      type = next;
    }
    return value != null;
  }

  private String in(Or or) {
    PropertyIsEqualTo first = (PropertyIsEqualTo) or.getChildren().getFirst();
    ColumnType type = columns.pair(first.getExpression1(), first.getExpression2()).type();
    String value = expressions.value(first.getExpression1(), type);
    List<String> list = new ArrayList<>();
    for (Filter child : or.getChildren()) {
      PropertyIsEqualTo equal = (PropertyIsEqualTo) child;
      Columns.Pair pair = columns.pair(equal.getExpression1(), equal.getExpression2());
      list.add(expressions.value(pair.right(), type));
    }
    return "(%s IN (%s))".formatted(value, String.join(", ", list));
  }

  private String comparison(Expression left, String sign, Expression right, boolean matchCase) {
    Columns.Pair pair = columns.pair(left, right);
    String a = expressions.value(pair.left(), pair.type());
    String b = expressions.value(pair.right(), pair.type());
    if (pair.type() == ColumnType.TEXT && !matchCase) {
      a = "LOWER(%s)".formatted(a);
      b = "LOWER(%s)".formatted(b);
    }
    boolean ordersText = pair.type() == ColumnType.TEXT && !sign.equals("=") && !sign.equals("<>");
    return ordersText
        ? "(%s %s %s)".formatted(dialect.inCodePointOrder(a), sign, dialect.inCodePointOrder(b))
        : "(%s %s %s)".formatted(a, sign, b);
  }

  private String like(PropertyIsLike like) {
    if (columns.type(like.getExpression()) != ColumnType.TEXT) {
      throw Columns.unsupported("LIKE " + like.getExpression());
    }
    String text = expressions.value(like.getExpression(), ColumnType.TEXT);
    condition.value(ColumnType.TEXT, LikePattern.of(like));
    return like.isMatchingCase()
        ? "(%s LIKE ? ESCAPE '!')".formatted(text)
        : "(LOWER(%s) LIKE LOWER(?) ESCAPE '!')".formatted(text);
  }

  private String isNull(Expression expression) {
    String sql =
        columns.isShape(expression)
            ? Sql.quote(FeatureTable.GEOM)
            : expressions.value(expression, columns.type(expression));
    return "(%s IS NULL)".formatted(sql);
  }
}
