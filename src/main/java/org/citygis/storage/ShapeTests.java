package org.citygis.storage;

import java.sql.SQLException;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelateNG;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/** Spatial predicates of shapes of every kind, collections too. */
final class ShapeTests {
  private final Columns columns;
  private final RowValues values;

  ShapeTests(Columns columns, RowValues values) {
    this.columns = columns;
    this.values = values;
  }

  FilterTruth.Test test(BinarySpatialOperator operator) {
    Shape a = shape(operator.getExpression1());
    Shape b = shape(operator.getExpression2());
    return row -> {
      Geometry x = a.of(row);
      Geometry y = b.of(row);
      return x == null || y == null ? null : RelateNG.relate(x, y, predicate(operator));
    };
  }

  /** A predicate is used up by one pair. */
  private static TopologyPredicate predicate(BinarySpatialOperator operator) {
    return switch (operator) {
      case Disjoint disjoint -> RelatePredicate.disjoint();
      case Intersects intersects -> RelatePredicate.intersects();
      case Equals equal -> RelatePredicate.equalsTopo();
      case Touches touches -> RelatePredicate.touches();
      case Within within -> RelatePredicate.within();
      case Overlaps overlaps -> RelatePredicate.overlaps();
      case Crosses crosses -> RelatePredicate.crosses();
      case Contains contains -> RelatePredicate.contains();
      default -> throw Columns.unsupported(operator.getClass().getSimpleName());
    };
  }

  @FunctionalInterface
  private interface Shape {
    @Nullable Geometry of(FeatureRow row) throws SQLException;
  }

  private Shape shape(Expression expression) {
    if (columns.isShape(expression)) {
      values.needShape();
      return FeatureRow::geometry;
    }
    Geometry literal = expression.evaluate(null, Geometry.class);
    if (literal == null) {
      throw Columns.unsupported(String.valueOf(expression));
    }
    return row -> literal;
  }
}
