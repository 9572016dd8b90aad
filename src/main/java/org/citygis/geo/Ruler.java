package org.citygis.geo;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.citygis.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * Measures geodesic distances (WGS 84, metres) from one shape to others, between their nearest
 * points. Edges are straight in the system that their shape is given in. Candidates for the nearest
 * pair come from chords in space, which every pair within their error passes; the geodesic decides
 * among those, to better than a millimetre. Holds scratch space: not for several threads.
 */
public final class Ruler {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  /** Degrees: a straight side in longitude and latitude stays within centimetres of its curve. */
  private static final double LONGEST_SIDE = 0.01;

  private static final double ROUND_TRIP_DEGREES = 1e-6;
  private static final double ROUNDING_METRES = 1e-5;
  private static final double METRES_PER_DEGREE = 111_700;

  private final Geometry reference;
  private final @Nullable LonLat place;
  private final SpacePieces pieces;
  private final NearestPieces nearest = new NearestPieces();
  private final Crs crs;
  private final Reprojection toLonLat;
  private final @Nullable PreparedGeometry inOwnSystem;
  private double roundTripDegrees;

  /**
   * @param reference from which is measured, in longitude and latitude; not empty
   * @param crs of the shapes to which is measured
   */
  public Ruler(Geometry reference, Crs crs) {
    this.reference = reference;
    this.place = reference instanceof Point point ? new LonLat(point.getX(), point.getY()) : null;
    this.pieces = new SpacePieces(reference, Crs.CRS84);
    this.crs = crs;
    this.toLonLat = Reprojection.between(crs, Crs.CRS84);
    this.inOwnSystem = carried(reference, Reprojection.between(Crs.CRS84, crs), toLonLat);
  }

  /** From a position. */
  public static Ruler at(LonLat place, Crs crs) {
    return new Ruler(SHAPES.createPoint(new Coordinate(place.lon(), place.lat())), crs);
  }

  /** Null where the shapes' system cannot express the reference, so that none of them meets it. */
  private @Nullable PreparedGeometry carried(
      Geometry reference, Reprojection there, Reprojection back) {
    try {
      Geometry own =
          reference.getDimension() == 0 ? reference : Densifier.densify(reference, LONGEST_SIDE);
      Geometry carried = there.apply(own);
      Geometry returned = back.apply(carried);
      Coordinate[] before = own.getCoordinates();
      Coordinate[] after = returned.getCoordinates();
      for (int i = 0; i < before.length; i++) {
        double apart = before[i].distance(after[i]);
        if (!(apart < ROUND_TRIP_DEGREES)) {
          return null;
        }
        roundTripDegrees = Math.max(roundTripDegrees, apart);
      }
      return PreparedGeometryFactory.prepare(carried);
    } catch (Problem.Invalid outside) {
      return null;
    }
  }

  /**
   * By how many metres a position may differ that is carried into the shapes' system or out of it:
   * what the projection's own series leave here, and a little more.
   */
  public double roundingMetres() {
    return ROUNDING_METRES + 4 * METRES_PER_DEGREE * roundTripDegrees;
  }

  /** The reference in the shapes' system; null where that cannot express it. */
  public @Nullable Geometry referenceInOwnSystem() {
    return inOwnSystem == null ? null : inOwnSystem.getGeometry();
  }

  /**
   * @param shape in the ruler's system, not empty
   */
  public Proximity to(Geometry shape) {
    if (place != null && shape instanceof Point point) {
      return toPoint(place, point.getX(), point.getY());
    }
    if (inOwnSystem != null && inOwnSystem.intersects(shape)) {
      return Proximity.meeting(place != null ? place : common(inOwnSystem.getGeometry(), shape));
    }
    return nearest.between(pieces, new SpacePieces(shape, crs));
  }

  /** From a position to another, in the ruler's system. */
  private Proximity toPoint(LonLat from, double x, double y) {
    Coordinate at = toLonLat.apply(x, y);
    LonLat to = new LonLat(at.x, at.y);
    GeodesicData way = Geodesic.WGS84.Inverse(from.lat(), from.lon(), to.lat(), to.lon());
    return new Proximity(way.s12, NearestPieces.compass(way.azi1), from, to);
  }

  private LonLat common(Geometry own, Geometry shape) {
    Coordinate at =
        shape instanceof Point point
            ? point.getCoordinate()
            : own.intersection(shape).getCoordinate();
    Coordinate place = at == null ? reference.getCoordinate() : toLonLat.apply(at.x, at.y);
    return new LonLat(place.x, place.y);
  }
}
