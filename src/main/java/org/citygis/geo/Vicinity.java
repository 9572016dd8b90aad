package org.citygis.geo;

import org.citygis.problem.Problem;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * What geodesic distances mean in the plane of a reference system: the box that holds everything
 * within a distance, and how far apart the plane can draw what is so near. Both are bounds, so that
 * a search in the plane that keeps to them misses nothing.
 */
public final class Vicinity {
  /** Beyond that many degrees a projection is not asked. */
  private static final double WIDEST = 30;

  /** An edge between transformed points bends by less than this share of the box. */
  private static final double BEND = 0.002;

  private static final double DEGREES_PER_METRE_EAST = 180 / (Math.PI * 6_378_137);

  /** By the smallest radius of a meridian's curvature, which is at the equator. */
  private static final double DEGREES_PER_METRE_NORTH = 180 / (Math.PI * 6_335_439);

  /** The largest radius of curvature, at the poles. */
  private static final double LARGEST_RADIUS = 6_399_594;

  private static final double DEGREES_PER_METRE_LEAST = 180 / (Math.PI * LARGEST_RADIUS);

  private static final double ROUND_TRIP_DEGREES = 1e-6;

  private Vicinity() {}

  /**
   * A box in the system that holds everything within {@code metres} of a box in longitude and
   * latitude.
   *
   * @return null where the system cannot express it, or it reaches around the world: everything is
   *     a candidate then
   */
  public static @Nullable Box findBox(Box around, double metres, Crs crs) {
    if (metres > 10_000_000) {
      return null;
    }
    Box box = Geodesic.boxAround(around, metres);
    boolean wraps =
        box.minX() <= -180 || box.maxX() >= 180 || box.minY() <= -89.9 || box.maxY() >= 89.9;
    if (wraps || box.width() > WIDEST || box.height() > WIDEST) {
      return null;
    }
    try {
      Box own = Reprojection.between(Crs.CRS84, crs).apply(box);
      if (crs.isGeographic()) {
        return own;
      }
      if (!returns(box.minX(), box.minY(), crs)
          || !returns(box.maxX(), box.maxY(), crs)
          || !returns(box.minX(), box.maxY(), crs)
          || !returns(box.maxX(), box.minY(), crs)) {
        return null;
      }
      return own.buffer((own.width() + own.height()) * BEND);
    } catch (Problem.Invalid outsideOfTheReferenceSystem) {
      return null;
    }
  }

  /** Whether a position survives the way to the system and back. */
  public static boolean returns(double lon, double lat, Crs crs) {
    Coordinate own = Reprojection.between(Crs.CRS84, crs).apply(lon, lat);
    Coordinate back = Reprojection.between(crs, Crs.CRS84).apply(own.x, own.y);
    return Math.abs(back.x - lon) < ROUND_TRIP_DEGREES
        && Math.abs(back.y - lat) < ROUND_TRIP_DEGREES;
  }

  /**
   * How the plane of the system draws metres within {@code metres} of a place. Null for a system
   * for which no bounds are known.
   */
  public static @Nullable PlaneScale findScale(Crs crs, LonLat centre, double metres) {
    Box box = Geodesic.boxAround(centre, metres);
    double latitude = Math.max(Math.abs(box.minY()), Math.abs(box.maxY()));
    if (latitude > 80 || box.minX() <= -180 || box.maxX() >= 180) {
      return null;
    }
    double cosine = Math.cos(Math.toRadians(latitude));
    if (crs.isGeographic()) {
      return new PlaneScale(
          DEGREES_PER_METRE_LEAST,
          Math.max(DEGREES_PER_METRE_EAST / cosine, DEGREES_PER_METRE_NORTH));
    }
    if (crs.equals(Crs.WEB_MERCATOR)) {
      double least = 6_378_137 / LARGEST_RADIUS / Math.cos(Math.toRadians(nearestEquator(box)));
      return new PlaneScale(least, 6_378_137.0 / 6_335_439 / cosine);
    }
    return crs.geotools() instanceof ProjectedCRS projected
        ? transverseMercator(projected, box)
        : null;
  }

  /**
   * The scale of the transverse Mercator projection, which grows with the distance from its
   * meridian: on a sphere 1 / √(1 - (cos φ sin Δλ)²); the ellipsoid changes the excess by less than
   * a twentieth.
   */
  private static @Nullable PlaneScale transverseMercator(ProjectedCRS crs, Box box) {
    ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
    if (!values.getDescriptor().getName().getCode().equals("Transverse_Mercator")) {
      return null;
    }
    double meridian = values.parameter("central_meridian").doubleValue();
    double scale = values.parameter("scale_factor").doubleValue();
    double west = box.minX() - meridian;
    double east = box.maxX() - meridian;
    double farthest = Math.max(Math.abs(west), Math.abs(east));
    if (farthest > 12) {
      return null;
    }
    double nearest = west <= 0 && east >= 0 ? 0 : Math.min(Math.abs(west), Math.abs(east));
    double poleward = Math.max(Math.abs(box.minY()), Math.abs(box.maxY()));
    return new PlaneScale(
        scale * (1 + 0.95 * excess(nearest, poleward)),
        scale * (1 + 1.05 * excess(farthest, nearestEquator(box))));
  }

  private static double excess(double degreesAway, double latitude) {
    double aside = Math.sin(Math.toRadians(degreesAway)) * Math.cos(Math.toRadians(latitude));
    return 1 / Math.sqrt(1 - aside * aside) - 1;
  }

  /** The smallest latitude, without its sign, of a box. */
  private static double nearestEquator(Box box) {
    return box.minY() <= 0 && box.maxY() >= 0
        ? 0
        : Math.min(Math.abs(box.minY()), Math.abs(box.maxY()));
  }
}
