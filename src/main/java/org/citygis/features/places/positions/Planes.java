package org.citygis.features.places.positions;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.referencing.CRS;
import org.locationtech.jts.geom.Coordinate;

/** From a plane to longitude and latitude, only where the plane is meant to be used. */
final class Planes {
  /** Others lie some hundred metres off, and the register has no way from them to these. */
  private static final Set<String> DATUMS = Set.of("China 2000", "World Geodetic System 1984");

  /** Surveys go beyond the edge of their zone. */
  private static final double BEYOND_DEGREES = 1;

  private static final ConcurrentHashMap<Crs, Optional<Box>> USES = new ConcurrentHashMap<>();

  private Planes() {}

  /** Empty outside the use of the system, and for systems of another datum than CGCS2000's. */
  static Optional<LonLat> find(Crs crs, double easting, double northing) {
    Optional<Box> use = USES.computeIfAbsent(crs, Planes::use);
    if (use.isEmpty() || !use.get().envelope().contains(easting, northing)) {
      return Optional.empty();
    }
    try {
      Coordinate place = Reprojection.between(crs, Crs.CRS84).apply(easting, northing);
      return Optional.of(new LonLat(place.x, place.y));
    } catch (Problem.Invalid outside) {
      return Optional.empty();
    }
  }

  /** The box, in the plane, of the area that the register names for a system. */
  private static Optional<Box> use(Crs crs) {
    if (!(crs.geotools() instanceof ProjectedCRS plane)
        || !DATUMS.contains(plane.getDatum().getName().getCode())) {
      return Optional.empty();
    }
    GeographicBoundingBox use = CRS.getGeographicBoundingBox(plane);
    try {
      Box degrees =
          new Box(
              Math.max(-180, use.getWestBoundLongitude() - BEYOND_DEGREES),
              Math.max(-85, use.getSouthBoundLatitude() - BEYOND_DEGREES),
              Math.min(180, use.getEastBoundLongitude() + BEYOND_DEGREES),
              Math.min(85, use.getNorthBoundLatitude() + BEYOND_DEGREES));
      return Optional.of(Reprojection.between(Crs.CRS84, crs).apply(degrees));
    } catch (Problem.Invalid | IllegalArgumentException notABox) {
      return Optional.empty();
    }
  }
}
