package org.citygis.geo;

import net.sf.geographiclib.GeodesicData;
import net.sf.geographiclib.PolygonArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Lengths, directions and areas on the ellipsoid of WGS 84 (C. Karney, GeographicLib). */
public final class Geodesic {
  private static final net.sf.geographiclib.Geodesic WGS84 = net.sf.geographiclib.Geodesic.WGS84;

  private Geodesic() {}

  public static double distanceMetres(LonLat a, LonLat b) {
    return WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon()).s12;
  }

  /**
   * The direction at {@code a} of the shortest way to {@code b}: degrees clockwise from north, 0 to
   * 360.
   */
  public static double bearingDegrees(LonLat a, LonLat b) {
    double azimuth = WGS84.Inverse(a.lat(), a.lon(), b.lat(), b.lon()).azi1;
    return azimuth < 0 ? azimuth + 360 : azimuth;
  }

  public static LonLat destination(LonLat from, double bearingDegrees, double metres) {
    GeodesicData end = WGS84.Direct(from.lat(), from.lon(), bearingDegrees, metres);
    return new LonLat(end.lon2, end.lat2);
  }

  /**
   * A box in longitude and latitude that contains every position within {@code metres} of the
   * centre.
   */
  public static Box boxAround(LonLat centre, double metres) {
    return boxAround(new Box(centre.lon(), centre.lat(), centre.lon(), centre.lat()), metres);
  }

  /** The same around every position of a box. */
  public static Box boxAround(Box box, double metres) {
    // A degree of latitude is at least 110,574 m; a degree of longitude shrinks with the cosine of
    // the latitude that is
    // farthest from the equator.
    double dLat = metres / 110_574;
    double farthest = Math.min(89.9, Math.max(Math.abs(box.minY()), Math.abs(box.maxY())) + dLat);
    double dLon = metres / (111_319 * Math.cos(Math.toRadians(farthest)));
    return new Box(
        Math.max(-180, box.minX() - dLon),
        Math.max(-90, box.minY() - dLat),
        Math.min(180, box.maxX() + dLon),
        Math.min(90, box.maxY() + dLat));
  }

  /**
   * The area of the polygons of a geometry in longitude and latitude; 0 for points and lines. Of a
   * ring that crosses itself the parts that turn one way count against those that turn the other.
   */
  public static double areaSquareMetres(Geometry degrees) {
    if (degrees instanceof Polygon polygon) {
      double area = ringArea(polygon.getExteriorRing());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        area -= ringArea(polygon.getInteriorRingN(i));
      }
      return area;
    }
    double area = 0;
    if (degrees instanceof GeometryCollection parts) {
      for (int i = 0; i < parts.getNumGeometries(); i++) {
        area += areaSquareMetres(parts.getGeometryN(i));
      }
    }
    return area;
  }

  private static double ringArea(LinearRing ring) {
    PolygonArea area = new PolygonArea(WGS84, false);
    for (int i = 0; i < ring.getNumPoints() - 1; i++) {
      Coordinate at = ring.getCoordinateN(i);
      area.AddPoint(at.y, at.x);
    }
    return Math.abs(area.Compute(false, true).area);
  }
}
