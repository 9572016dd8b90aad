package org.citygis.ingest.geometry;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Whether a geometry is valid in the sense of OGC Simple Features. Most polygons of a city are one
 * short ring; for those a comparison of all pairs of sides proves it many times faster than the
 * general operation, which decides everything that is not clear.
 */
public final class Validity {
  private static final int SHORT = 40;

  /** As in JTS: beyond this share of the terms the sign of a determinant is certain. */
  private static final double CERTAIN = 1e-15;

  /**
   * @param kind what is wrong, in JTS' words
   * @param at where
   */
  public record Fault(String kind, Coordinate at) {
    public String place() {
      return String.format(Locale.ROOT, "%.9g %.9g", at.x, at.y);
    }
  }

  private Validity() {}

  public static Optional<Fault> findFault(Geometry geometry) {
    if (geometry instanceof Point || geometry instanceof MultiPoint || isSimpleRing(geometry)) {
      return Optional.empty();
    }
    try {
      TopologyValidationError error = new IsValidOp(geometry).getValidationError();
      return error == null
          ? Optional.empty()
          : Optional.of(new Fault(error.getMessage(), error.getCoordinate()));
    } catch (RuntimeException overwhelmed) {
      // Coordinates of absurd size make the operation fail; they are no valid geometry.
      return Optional.of(
          new Fault(String.valueOf(overwhelmed.getMessage()), geometry.getCoordinate()));
    }
  }

  /** True only where it is certain. */
  static boolean isSimpleRing(Geometry geometry) {
    if (!(geometry instanceof Polygon polygon)
        || polygon.getNumInteriorRing() > 0
        || polygon.getNumPoints() > SHORT) {
      return false;
    }
    CoordinateSequence ring = polygon.getExteriorRing().getCoordinateSequence();
    int sides = ring.size() - 1;
    if (sides < 3) {
      return false;
    }
    for (int i = 0; i < sides; i++) {
      if (!turnsClearly(ring, i, (i + 1) % sides)) {
        return false;
      }
      int last = i == 0 ? sides - 1 : sides;
      for (int j = i + 2; j < last; j++) {
        if (!areApart(ring, i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Two sides that follow each other share their common point only. */
  private static boolean turnsClearly(CoordinateSequence ring, int i, int j) {
    double dx1 = ring.getX(i + 1) - ring.getX(i);
    double dy1 = ring.getY(i + 1) - ring.getY(i);
    double dx2 = ring.getX(j + 1) - ring.getX(j);
    double dy2 = ring.getY(j + 1) - ring.getY(j);
    if ((dx1 == 0 && dy1 == 0) || (dx2 == 0 && dy2 == 0)) {
      return false;
    }
    return dx1 * dx2 + dy1 * dy2 > 0 || sign(dx1 * dy2, dy1 * dx2) != 0;
  }

  private static boolean areApart(CoordinateSequence ring, int i, int j) {
    double ax = ring.getX(i);
    double ay = ring.getY(i);
    double bx = ring.getX(i + 1);
    double by = ring.getY(i + 1);
    double cx = ring.getX(j);
    double cy = ring.getY(j);
    double dx = ring.getX(j + 1);
    double dy = ring.getY(j + 1);
    if (Math.max(ax, bx) < Math.min(cx, dx)
        || Math.max(cx, dx) < Math.min(ax, bx)
        || Math.max(ay, by) < Math.min(cy, dy)
        || Math.max(cy, dy) < Math.min(ay, by)) {
      return true;
    }
    return side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) > 0
        || side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) > 0;
  }

  /** On which side of a-b the point lies; 0 where that is not certain. */
  private static int side(double ax, double ay, double bx, double by, double px, double py) {
    return sign((ax - px) * (by - py), (ay - py) * (bx - px));
  }

  private static int sign(double left, double right) {
    double difference = left - right;
    double bound = CERTAIN * (Math.abs(left) + Math.abs(right));
    return difference > bound ? 1 : difference < -bound ? -1 : 0;
  }
}
