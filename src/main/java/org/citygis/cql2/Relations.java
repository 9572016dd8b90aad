package org.citygis.cql2;

import org.citygis.cql2.Condition.Spatial;
import org.citygis.cql2.Expression.BoxLiteral;
import org.citygis.cql2.Expression.Property;
import org.citygis.cql2.Expression.ShapeLiteral;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/** Compiles spatial predicates. */
final class Relations {
  private static final FilterFactory FILTERS = Compiler.FILTERS;
  private static final Text SHAPE =
      Text.of("图形字段、WKT/GeoJSON 图形或 BBOX", "the layer's shape, a WKT or GeoJSON shape or BBOX");

  private final Operands operands;
  private final Places places;
  private final @Nullable Shapes shapes;

  Relations(Target target, Operands operands, Places places) {
    this.operands = operands;
    this.places = places;
    this.shapes = target.layerCrs() == null ? null : new Shapes(target, target.layerCrs(), places);
  }

  Filter of(Spatial spatial) {
    if (shapes == null) {
      throw places.refusal(
          spatial,
          spatial.operator().name(),
          Text.of("有图形的图层上的条件", "a condition on a layer that has shapes"));
    }
    var a = shape(shapes, mirrored(spatial.operator()), spatial.left());
    var b = shape(shapes, spatial.operator(), spatial.right());
    return switch (spatial.operator()) {
      case S_INTERSECTS -> FILTERS.intersects(a, b);
      case S_EQUALS -> FILTERS.equal(a, b);
      case S_DISJOINT -> FILTERS.disjoint(a, b);
      case S_TOUCHES -> FILTERS.touches(a, b);
      case S_WITHIN -> FILTERS.within(a, b);
      case S_OVERLAPS -> FILTERS.overlaps(a, b);
      case S_CROSSES -> FILTERS.crosses(a, b);
      case S_CONTAINS -> FILTERS.contains(a, b);
    };
  }

  /** The operator that says the same with its sides changed. */
  private static SpatialOperator mirrored(SpatialOperator operator) {
    return switch (operator) {
      case S_WITHIN -> SpatialOperator.S_CONTAINS;
      case S_CONTAINS -> SpatialOperator.S_WITHIN;
      default -> operator;
    };
  }

  /**
   * @param operator what is said of the feature with the shape on its right
   */
  private org.geotools.api.filter.expression.Expression shape(
      Shapes shapes, SpatialOperator operator, Expression expression) {
    return switch (expression) {
      case Property property -> {
        Queryable queryable = operands.find(property);
        if (queryable.kind() != Kind.GEOMETRY) {
          throw places.refusal(property, property.name(), SHAPE);
        }
        yield FILTERS.property(queryable.column());
      }
      case ShapeLiteral literal -> FILTERS.literal(shapes.toLayer(literal, operator));
      case BoxLiteral literal -> FILTERS.literal(shapes.toLayer(literal, operator));
      default -> throw places.refusal(expression, expression.toString(), SHAPE);
    };
  }
}
