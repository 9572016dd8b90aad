package org.citygis.ingest.doctor;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * What one walk along a shape tells: its area and length, and a number that equal shapes share. In
 * the units of the coordinates.
 */
final class ShapeMeasure {
  private static final double METRES_PER_DEGREE = 111_195;

  private final boolean degrees;
  private long hash;
  private double area;
  private double length;

  /**
   * @param degrees whether coordinates are longitudes and latitudes; area and length are then
   *     metres, near enough to tell what is thin
   */
  ShapeMeasure(boolean degrees) {
    this.degrees = degrees;
  }

  void take(Geometry geometry) {
    hash = Hash.START;
    area = 0;
    length = 0;
    visit(geometry);
  }

  /** Equal for shapes of the same points in the same order. */
  long hash() {
    return hash;
  }

  double area() {
    return area;
  }

  double length() {
    return length;
  }

  private void visit(Geometry geometry) {
    switch (geometry) {
      case Point point -> walk(point.getCoordinateSequence());
      case LineString line -> walk(line.getCoordinateSequence());
      case Polygon polygon -> {
        area += Math.abs(walk(polygon.getExteriorRing().getCoordinateSequence()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          area -= Math.abs(walk(polygon.getInteriorRingN(i).getCoordinateSequence()));
        }
      }
      default -> {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
          visit(geometry.getGeometryN(i));
        }
      }
    }
  }

  /** The signed area that the line encloses when it is a ring. */
  private double walk(CoordinateSequence line) {
    int size = line.size();
    long own = Hash.add(hash, size);
    if (size == 0) {
      hash = own;
      return 0;
    }
    double fromX = line.getX(0);
    double fromY = line.getY(0);
    double scaleX = degrees ? METRES_PER_DEGREE * Math.cos(Math.toRadians(fromY)) : 1;
    double scaleY = degrees ? METRES_PER_DEGREE : 1;
    double x = 0;
    double y = 0;
    double twice = 0;
    double along = 0;
    boolean high = line.hasZ();
    for (int i = 0; i < size; i++) {
      double absoluteX = line.getX(i);
      double absoluteY = line.getY(i);
      own = Hash.add(Hash.add(own, absoluteX), absoluteY);
      if (high) {
        own = Hash.add(own, line.getZ(i));
      }
      double nextX = (absoluteX - fromX) * scaleX;
      double nextY = (absoluteY - fromY) * scaleY;
      twice += x * nextY - nextX * y;
      double dx = nextX - x;
      double dy = nextY - y;
      along += Math.sqrt(dx * dx + dy * dy);
      x = nextX;
      y = nextY;
    }
    hash = own;
    length += along;
    return twice / 2;
  }
}
