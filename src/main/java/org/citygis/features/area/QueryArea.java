package org.citygis.features.area;

import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Reach;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.storage.GeometryColumn;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** An area in longitude and latitude, as a layer's own system sees it. */
public final class QueryArea {
  /** Degrees, about a kilometre: a straight side stays within centimetres of its true curve. */
  private static final double LONGEST_SIDE = 0.01;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  private QueryArea() {}

  /**
   * @param area a valid polygon in longitude and latitude
   * @return the part of it that the layer's system can express; empty when there is none
   */
  public static Geometry in(OpenLayer layer, GeometryColumn geometry, Geometry area) {
    Box reach = Reach.of(layer, geometry);
    Geometry near =
        reach.envelope().contains(area.getEnvelopeInternal())
            ? area
            : area.intersection(reach.outline(SHAPES, 1));
    return near.isEmpty()
        ? near
        : Reprojection.between(Crs.CRS84, geometry.crs())
            .apply(Densifier.densify(near, LONGEST_SIDE));
  }
}
