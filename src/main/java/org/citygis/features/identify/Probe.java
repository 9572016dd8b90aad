package org.citygis.features.identify;

import org.citygis.geo.Crs;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.geo.TileCoord;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A place on the map, and how far around it counts as the same place. */
record Probe(LonLat place, double radiusMetres) {
  private static final int CORNERS = 32;

  /** A finger on a map of the whole country is no question about a feature of the city. */
  private static final double MAX_RADIUS = 10_000;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /**
   * @param zoom of a map whose tiles are 256 pixels wide
   */
  static Probe of(LonLat place, double zoom, double pixels) {
    double metresPerPixel =
        2
            * TileCoord.HALF_WORLD
            * Math.cos(Math.toRadians(place.lat()))
            / (256 * Math.pow(2, zoom));
    return new Probe(place, Math.clamp(pixels * metresPerPixel, 0.05, MAX_RADIUS));
  }

  /** The ground within the radius, as a polygon of the system. */
  Geometry circle(Crs crs) {
    double radius = radiusMetres / Math.cos(Math.PI / CORNERS);
    Coordinate[] ring = new Coordinate[CORNERS + 1];
    for (int i = 0; i < CORNERS; i++) {
      LonLat corner = Geodesic.destination(place, -360.0 * i / CORNERS + 360, radius);
      ring[i] = new Coordinate(corner.lon(), corner.lat());
    }
    ring[CORNERS] = new Coordinate(ring[0]);
    return Reprojection.between(Crs.CRS84, crs).apply(SHAPES.createPolygon(ring));
  }

  Geometry point(Crs crs) {
    return SHAPES.createPoint(Reprojection.between(Crs.CRS84, crs).apply(place.lon(), place.lat()));
  }
}
