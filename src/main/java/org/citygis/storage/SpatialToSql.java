package org.citygis.storage;

import java.util.Objects;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;
import org.geotools.api.filter.spatial.BBOX;
import org.geotools.api.filter.spatial.BinarySpatialOperator;
import org.geotools.api.filter.spatial.Contains;
import org.geotools.api.filter.spatial.Crosses;
import org.geotools.api.filter.spatial.Disjoint;
import org.geotools.api.filter.spatial.Equals;
import org.geotools.api.filter.spatial.Intersects;
import org.geotools.api.filter.spatial.Overlaps;
import org.geotools.api.filter.spatial.Touches;
import org.geotools.api.filter.spatial.Within;
import org.geotools.filter.text.ecql.ECQL;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;

/**
 * Writes spatial predicates as SQL: boxes first, which indexes answer, then the exact function. Of
 * a row without a shape the function says unknown; boxes, of which H2 says false, stand only where
 * that is the same.
 */
final class SpatialToSql {
  private final Columns columns;
  private final Dialect dialect;
  private final Condition condition;

  SpatialToSql(Columns columns, Dialect dialect, Condition condition) {
    this.columns = columns;
    this.dialect = dialect;
    this.condition = condition;
  }

  /** Whether both databases answer it: of collections of mixed shapes each says something else. */
  boolean can(BinarySpatialOperator predicate) {
    return predicate instanceof BBOX
        || (!isMixed(predicate.getExpression1()) && !isMixed(predicate.getExpression2()));
  }

  private boolean isMixed(Expression expression) {
    if (expression instanceof Literal literal) {
      return literal.getValue() instanceof Geometry g && g.getClass() == GeometryCollection.class;
    }
    GeometryColumn column = columns.table().geometry();
    return column == null || column.type() == GeometryColumn.Type.GEOMETRY;
  }

  /**
   * @param positive whether false and unknown come to the same
   */
  String sql(BinarySpatialOperator predicate, boolean positive) {
    if (predicate instanceof BBOX box) {
      return boxes(box);
    }
    // Values are bound in the order in which they are written.
    return positive && !(predicate instanceof Disjoint)
        ? "(%s AND %s)".formatted(boxes(predicate), exact(predicate))
        : "(CASE WHEN \"geom\" IS NOT NULL THEN %s END)".formatted(exact(predicate));
  }

  private String exact(BinarySpatialOperator predicate) {
    return switch (predicate) {
      case Disjoint disjoint -> "NOT " + call("ST_Intersects", disjoint);
      case Intersects intersects -> call("ST_Intersects", intersects);
      case Equals equal -> call("ST_Equals", equal);
      case Touches touches -> call("ST_Touches", touches);
      case Within within -> call("ST_Within", within);
      case Overlaps overlaps -> call("ST_Overlaps", overlaps);
      case Crosses crosses -> call("ST_Crosses", crosses);
      case Contains contains -> call("ST_Contains", contains);
      default -> throw Columns.unsupported(predicate.getClass().getSimpleName());
    };
  }

  private String call(String function, BinarySpatialOperator predicate) {
    return "%s(%s, %s)"
        .formatted(function, shape(predicate.getExpression1()), shape(predicate.getExpression2()));
  }

  private String boxes(BinarySpatialOperator predicate) {
    return "%s && %s".formatted(box(predicate.getExpression1()), box(predicate.getExpression2()));
  }

  private String box(Expression expression) {
    return columns.isShape(expression)
        ? Sql.quote(FeatureTable.GEOM)
        : bound(literal(expression).getEnvelope());
  }

  private String shape(Expression expression) {
    return columns.isShape(expression) ? Sql.quote(FeatureTable.GEOM) : bound(literal(expression));
  }

  private static Geometry literal(Expression expression) {
    Geometry shape = expression.evaluate(null, Geometry.class);
    if (!(expression instanceof Literal) || shape == null) {
      throw Columns.unsupported(ECQL.toCQL(expression));
    }
    return shape;
  }

  private String bound(Geometry geometry) {
    GeometryColumn column = Objects.requireNonNull(columns.table().geometry());
    condition.ewkb(
        new Ewkb(new GeometryColumn(column.type(), column.crs())).forParameter(geometry));
    return dialect.ewkbParameter();
  }
}
