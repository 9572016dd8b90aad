package org.citygis.features.ogc;

import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.GeometryColumn;
import org.geotools.api.filter.Filter;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.referencing.CRS;
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
    Box inReach = meet(box, Reprojection.between(Crs.CRS84, boxCrs).apply(reach(layer, geometry)));
    return inReach == null
        ? query.filter(Filter.EXCLUDE)
        : query.area(toLayer.apply(outline(inReach, STEPS)));
  }

  /**
   * The longitudes and latitudes that the layer's system can express without folding: where it is
   * meant to be used, where the layer has data, and a little around. A box of the whole world,
   * which clients like to send, is cut to it first.
   */
  private static Box reach(OpenLayer layer, GeometryColumn geometry) {
    Envelope reach = new Envelope();
    GeographicBoundingBox use = CRS.getGeographicBoundingBox(geometry.crs().geotools());
    if (use != null) {
      reach.expandToInclude(use.getWestBoundLongitude(), use.getSouthBoundLatitude());
      reach.expandToInclude(use.getEastBoundLongitude(), use.getNorthBoundLatitude());
    }
    Box data = layer.layer().currentVersion().bbox();
    if (data != null) {
      reach.expandToInclude(data.envelope());
    }
    reach.expandBy(0.5);
    // Web Mercator, which the box may be in, ends at 85.06 degrees.
    Envelope world = new Envelope(-180, 180, -85.06, 85.06);
    return Box.of(reach.isNull() ? world : reach.intersection(world));
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
