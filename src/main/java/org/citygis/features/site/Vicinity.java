package org.citygis.features.site;

import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * How far shapes are from the site: the geodesic between the two places that are nearest to one
 * another in the plane of the zone.
 */
final class Vicinity {
  private final Site site;
  private final PreparedGeometry prepared;
  private final IndexedFacetDistance facets;

  /**
   * @param metres 0 where they meet
   * @param bearingDegrees from the site, clockwise from north; that of the feature from the site's
   *     centre where they meet
   * @param place the feature's place that is nearest
   */
  record Near(double metres, double bearingDegrees, LonLat place) {}

  Vicinity(Site site) {
    this.site = site;
    this.prepared = PreparedGeometryFactory.prepare(site.ground());
    this.facets = new IndexedFacetDistance(site.ground());
  }

  /**
   * @param shape in the site's survey system
   */
  Near to(Geometry shape) {
    if (prepared.intersects(shape)) {
      Coordinate inside =
          shape.getDimension() == 0
              ? shape.getCoordinate()
              : shape.getInteriorPoint().getCoordinate();
      LonLat place = site.lonLatOf(inside);
      return new Near(0, Geodesic.bearingDegrees(site.centre(), place), place);
    }
    Coordinate[] nearest = facets.nearestPoints(shape);
    LonLat from = site.lonLatOf(nearest[0]);
    LonLat to = site.lonLatOf(nearest[1]);
    return new Near(Geodesic.distanceMetres(from, to), Geodesic.bearingDegrees(from, to), to);
  }
}
