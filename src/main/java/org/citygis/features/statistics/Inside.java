package org.citygis.features.statistics;

import org.citygis.geo.Reprojection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The part of a feature that lies inside an area. Only features that cross the border are cut. */
final class Inside {
  private final @Nullable PreparedGeometry area;
  private final Reprojection toSurvey;

  /**
   * @param area in the layer's system, null for everywhere
   * @param toSurvey from the layer's system to the one of the reckoning
   */
  Inside(@Nullable Geometry area, Reprojection toSurvey) {
    this.area = area == null ? null : PreparedGeometryFactory.prepare(area);
    this.toSurvey = toSurvey;
  }

  /** In the system of the reckoning; null when the feature only has its box in common, or less. */
  @Nullable Geometry of(Geometry feature) {
    if (area == null || area.covers(feature)) {
      return reckoned(feature);
    }
    if (!area.intersects(feature)) {
      return null;
    }
    Geometry cut = cut(feature, area.getGeometry());
    return cut.isEmpty() || cut.getDimension() < feature.getDimension() ? null : reckoned(cut);
  }

  private Geometry reckoned(Geometry geometry) {
    return toSurvey.isIdentity() ? geometry : toSurvey.apply(geometry);
  }

  /** Data with errors is mended first; what the survey means is still best told so. */
  private static Geometry cut(Geometry feature, Geometry area) {
    try {
      return OverlayNGRobust.overlay(feature, area, OverlayNG.INTERSECTION);
    } catch (TopologyException | IllegalArgumentException e) {
      Geometry mended = GeometryFixer.fix(feature);
      return OverlayNGRobust.overlay(mended, area, OverlayNG.INTERSECTION);
    }
  }
}
