package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import org.citygis.cql2.Expression.BoxLiteral;
import org.citygis.cql2.Expression.ShapeLiteral;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.PositionEdit;
import org.citygis.geo.Reprojection;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Carries the shapes of a filter into the layer's system: axes in order, what no feature can reach
 * cut off, long sides following their true curve.
 */
final class Shapes {
  static final Text CLOSED_RING = Text.of("至少四个点的闭合环", "a closed ring of at least four positions");
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private static final int BOX_STEPS = 16;

  /** Sides are broken to this length, which keeps them within centimetres of their curve. */
  private static final double STEP_DEGREES = 0.02;

  private static final double STEP_METRES = 2_000;
  private static final int MOST_STEPS = 5_000;

  private final Crs from;
  private final Reprojection toLayer;
  private final @Nullable Box reach;
  private final Places places;

  Shapes(Target target, Crs layerCrs, Places places) {
    this.from = target.filterCrs();
    this.toLayer = Reprojection.between(from, layerCrs);
    this.reach = target.reach();
    this.places = places;
  }

  Geometry toLayer(ShapeLiteral literal, SpatialOperator operator) {
    TopologyValidationError error = new IsValidOp(literal.shape()).getValidationError();
    if (error != null) {
      throw places.refusal(
          literal,
          error.getMessage() + " @ " + error.getCoordinate(),
          Text.of("不自相交的有效图形", "a valid shape that does not cross itself"));
    }
    Geometry shape = inOrder(literal.shape());
    new AxisCheck(from, places).check(literal, shape.getEnvelopeInternal());
    return carried(shape, operator, 0);
  }

  Geometry toLayer(BoxLiteral box, SpatialOperator operator) {
    boolean turned = from.northFirst();
    double west = turned ? box.second1() : box.first1();
    double south = turned ? box.first1() : box.second1();
    double east = turned ? box.second2() : box.first2();
    double north = turned ? box.first2() : box.second2();
    if (south > north || (west > east && !from.isGeographic())) {
      throw places.refusal(box, box.toString(), Boxes.EXPECTED);
    }
    new AxisCheck(from, places).check(box, new Envelope(west, east, south, north));
    Geometry shape =
        west <= east
            ? SHAPES.toGeometry(new Envelope(west, east, south, north))
            : SHAPES.buildGeometry(
                List.of(
                    SHAPES.toGeometry(new Envelope(west, 180, south, north)),
                    SHAPES.toGeometry(new Envelope(-180, east, south, north))));
    return carried(shape, operator, BOX_STEPS);
  }

  /**
   * @param operator what is said of features with the shape on its right
   */
  private Geometry carried(Geometry shape, SpatialOperator operator, int steps) {
    if (toLayer.isIdentity() || reach == null) {
      return toLayer.apply(shape);
    }
    Box inFrom = Reprojection.between(Crs.CRS84, from).apply(reach);
    Geometry cut = shape;
    if (!inFrom.envelope().contains(shape.getEnvelopeInternal())) {
      cut = cut(shape, inFrom);
      boolean mayHold =
          operator != SpatialOperator.S_CONTAINS && operator != SpatialOperator.S_EQUALS;
      if (cut.isEmpty() || !mayHold) {
        // No feature holds what lies beyond all of them: a point where none is says the same.
        cut = SHAPES.createPoint(new Coordinate(inFrom.minX(), inFrom.minY()));
      }
    }
    return toLayer.apply(bent(cut, steps));
  }

  private static Geometry cut(Geometry shape, Box box) {
    Geometry frame = SHAPES.toGeometry(box.envelope());
    if (shape.getClass() != GeometryCollection.class) {
      return shape.intersection(frame);
    }
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry part = cut(shape.getGeometryN(i), box);
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    return SHAPES.createGeometryCollection(parts.toArray(new Geometry[0]));
  }

  private Geometry bent(Geometry shape, int steps) {
    double length = shape.getLength();
    double step = from.isGeographic() ? STEP_DEGREES : STEP_METRES;
    double longest =
        steps > 0
            ? Math.max(
                    shape.getEnvelopeInternal().getWidth(), shape.getEnvelopeInternal().getHeight())
                / steps
            : Math.max(step, length / MOST_STEPS);
    return length > longest && longest > 0 ? Densifier.densify(shape, longest) : shape;
  }

  /** x easting or longitude. */
  private Geometry inOrder(Geometry written) {
    if (!from.northFirst()) {
      return written;
    }
    Geometry turned = written.copy();
    turned.apply(PositionEdit.SWAP);
    return turned;
  }
}
