package org.citygis.geo;

import java.util.OptionalDouble;
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
   * The most units of the system that a metre can be drawn as within {@code metres} of a place: two
   * places there whose images are farther apart than the units of a distance are farther apart than
   * that distance. Empty for a system for which no bound is known.
   */
  public static OptionalDouble unitsPerMetre(Crs crs, LonLat centre, double metres) {
    Box box = Geodesic.boxAround(centre, metres);
    double latitude = Math.max(Math.abs(box.minY()), Math.abs(box.maxY()));
    if (latitude > 80 || box.minX() <= -180 || box.maxX() >= 180) {
      return OptionalDouble.empty();
    }
    double cosine = Math.cos(Math.toRadians(latitude));
    if (crs.isGeographic()) {
      return OptionalDouble.of(Math.max(DEGREES_PER_METRE_EAST / cosine, DEGREES_PER_METRE_NORTH));
    }
    if (crs.equals(Crs.WEB_MERCATOR)) {
      return OptionalDouble.of(6_378_137.0 / 6_335_439 / cosine);
    }
    return crs.geotools() instanceof ProjectedCRS projected
        ? transverseMercator(projected, box)
        : OptionalDouble.empty();
  }

  /**
   * The scale of the transverse Mercator projection, which grows with the distance from its
   * meridian: on a sphere 1 / √(1 - (cos φ sin Δλ)²); the ellipsoid adds less than a twentieth of
   * the excess.
   */
  private static OptionalDouble transverseMercator(ProjectedCRS crs, Box box) {
    ParameterValueGroup values = crs.getConversionFromBase().getParameterValues();
    if (!values.getDescriptor().getName().getCode().equals("Transverse_Mercator")) {
      return OptionalDouble.empty();
    }
    double meridian = values.parameter("central_meridian").doubleValue();
    double scale = values.parameter("scale_factor").doubleValue();
    double away = Math.max(Math.abs(box.minX() - meridian), Math.abs(box.maxX() - meridian));
    double nearest =
        box.minY() <= 0 && box.maxY() >= 0
            ? 0
            : Math.min(Math.abs(box.minY()), Math.abs(box.maxY()));
    if (away > 12) {
      return OptionalDouble.empty();
    }
    double aside = Math.toRadians(away) * Math.cos(Math.toRadians(nearest));
    double excess = 1 / Math.sqrt(1 - aside * aside) - 1;
    return OptionalDouble.of(scale * (1 + 1.05 * excess));
  }
}
