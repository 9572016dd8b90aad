package org.citygis.features.site;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The parts of features that lie inside the site; only those that cross its outline are cut. */
final class Cut {
  private final PreparedGeometry site;

  Cut(Geometry ground) {
    this.site = PreparedGeometryFactory.prepare(ground);
  }

  /**
   * @param feature in the site's survey system
   * @return null when they have no ground in common
   */
  @Nullable Geometry of(Geometry feature) {
    if (!site.intersects(feature)) {
      return null;
    }
    if (site.covers(feature)) {
      return feature.getDimension() == 2 ? feature : null;
    }
    Geometry part = intersection(feature);
    return part.getArea() > 0 ? part : null;
  }

  /** Data with errors is mended first. */
  private Geometry intersection(Geometry feature) {
    try {
      return OverlayNGRobust.overlay(feature, site.getGeometry(), OverlayNG.INTERSECTION);
    } catch (TopologyException | IllegalArgumentException e) {
      return OverlayNGRobust.overlay(
          GeometryFixer.fix(feature), site.getGeometry(), OverlayNG.INTERSECTION);
    }
  }

  /** The ground that any of the parts covers: what lies over one another counts once. */
  static Geometry union(Collection<Geometry> parts) {
    try {
      return OverlayNGRobust.union(parts);
    } catch (TopologyException | IllegalArgumentException e) {
      return OverlayNGRobust.union(parts.stream().map(GeometryFixer::fix).toList());
    }
  }
}
