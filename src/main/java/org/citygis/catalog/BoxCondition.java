package org.citygis.catalog;

import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.GeometryColumn;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A bounding box in one system as a condition on a layer that is stored in another: exact, its
 * sides following their true curve.
 */
final class BoxCondition {
  private static final int STEPS = 16;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private BoxCondition() {}

  static FeatureQuery narrow(FeatureQuery query, OpenLayer layer, Box box, Crs boxCrs) {
    GeometryColumn geometry = layer.table().geometry();
    if (geometry == null) {
      return query;
    }
    Reprojection toLayer = Reprojection.between(boxCrs, geometry.crs());
    if (toLayer.isIdentity()) {
      return query.area(outline(box, 1));
    }
    Box inReach =
        meet(box, Reprojection.between(Crs.CRS84, boxCrs).apply(Reach.of(layer, geometry)));
    return inReach == null
        ? query.filter(Filter.EXCLUDE)
        : query.area(toLayer.apply(outline(inReach, STEPS)));
  }

  private static @Nullable Box meet(Box a, Box b) {
    Envelope both = a.envelope().intersection(b.envelope());
    return both.isNull() ? null : Box.of(both);
  }

  /** A box without width or height is a line or a point. */
  private static Geometry outline(Box box, int steps) {
    if (box.width() > 0 && box.height() > 0) {
      return box.outline(SHAPES, steps);
    }
    Coordinate from = new Coordinate(box.minX(), box.minY());
    Coordinate to = new Coordinate(box.maxX(), box.maxY());
    return from.equals2D(to)
        ? SHAPES.createPoint(from)
        : SHAPES.createLineString(new Coordinate[] {from, to});
  }
}
