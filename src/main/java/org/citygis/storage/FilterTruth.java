package org.citygis.storage;

import java.sql.SQLException;
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
import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.PropertyIsNull;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.jspecify.annotations.Nullable;

/**
 * Says of a row whether it meets a filter, as SQL would: true, false or unknown. For conditions
 * that no database computes.
 */
final class FilterTruth {

  /** True, false, or null where it is unknown. */
  @FunctionalInterface
  interface Test {
    @Nullable Boolean of(FeatureRow row) throws SQLException;
  }

  private final Columns columns;
  private final RowValues values;
  private final ShapeTests shapes;
  private final Test test;

  /**
   * @param values where the row's values stand; what the filter needs is added to it
   */
  FilterTruth(Filter filter, Columns columns, RowValues values) {
    this.columns = columns;
    this.values = values;
    this.shapes = new ShapeTests(columns, values);
    this.test = test(filter);
  }

  boolean isTrue(FeatureRow row) throws SQLException {
    return Boolean.TRUE.equals(test.of(row));
  }

  private Test test(Filter filter) {
    return switch (filter) {
      case IncludeFilter all -> row -> true;
      case ExcludeFilter none -> row -> false;
      case And and -> all(tests(and.getChildren()), false);
      case Or or -> all(tests(or.getChildren()), true);
      case Not not -> negated(test(not.getFilter()));
      case PropertyIsBetween between ->
          all(
              List.of(
                  comparison(
                      between.getExpression(), Operator.AT_LEAST, between.getLowerBoundary(), true),
                  comparison(
                      between.getExpression(), Operator.AT_MOST, between.getUpperBoundary(), true)),
              false);
      case BinaryComparisonOperator comparison ->
          comparison(
              comparison.getExpression1(),
              Operator.of(comparison),
              comparison.getExpression2(),
              comparison.isMatchingCase());
      case PropertyIsLike like -> like(like);
      case PropertyIsNull isNull -> isNull(isNull.getExpression());
      case BinarySpatialOperator spatial -> shapes.test(spatial);
      default -> throw Columns.unsupported(filter.getClass().getSimpleName());
    };
  }

  private List<Test> tests(List<Filter> filters) {
    List<Test> tests = new ArrayList<>();
    filters.forEach(f -> tests.add(test(f)));
    return tests;
  }

  /** AND ends with the first false, OR with the first true; else one unknown makes all unknown. */
  private static Test all(List<Test> tests, boolean ending) {
    return row -> {
      Boolean result = !ending;
      for (Test test : tests) {
        Boolean one = test.of(row);
        if (one == null) {
          result = null;
        } else if (one == ending) {
          return ending;
        }
      }
      return result;
    };
  }

  private static Test negated(Test test) {
    return row -> {
      Boolean result = test.of(row);
      return result == null ? null : !result;
    };
  }

  private Test comparison(Expression left, Operator operator, Expression right, boolean matchCase) {
    Columns.Pair pair = columns.pair(left, right);
    RowValues.Value a = values.of(pair.left());
    RowValues.Value b = values.of(pair.right());
    return row -> {
      Object x = a.of(row);
      Object y = b.of(row);
      return x == null || y == null
          ? null
          : operator.holds(ValueOrder.compare(pair.type(), x, y, matchCase));
    };
  }

  private Test like(PropertyIsLike like) {
    RowValues.Value text = values.of(like.getExpression());
    LikePattern pattern = LikePattern.matcher(like);
    return row -> {
      Object value = text.of(row);
      return value == null ? null : pattern.matches((String) value);
    };
  }

  private Test isNull(Expression expression) {
    if (columns.isShape(expression)) {
      values.needShape();
      return row -> row.wkb() == null;
    }
    RowValues.Value value = values.of(expression);
    return row -> value.of(row) == null;
  }
}
