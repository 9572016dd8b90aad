package org.citygis.packed;

import org.citygis.geo.Box;

/** The extent of a shape, and areas, in the units of its coordinates. */
final class Measure {
  double minX;
  double minY;
  double maxX;
  double maxY;

  /** Measures a shape; one without points has an extent that meets nothing. */
  Measure of(Shape shape) {
    minX = Double.POSITIVE_INFINITY;
    minY = Double.POSITIVE_INFINITY;
    maxX = Double.NEGATIVE_INFINITY;
    maxY = Double.NEGATIVE_INFINITY;
    double[] xy = shape.xy();
    for (int i = 0; i < 2 * shape.points(); i += 2) {
      minX = Math.min(minX, xy[i]);
      maxX = Math.max(maxX, xy[i]);
      minY = Math.min(minY, xy[i + 1]);
      maxY = Math.max(maxY, xy[i + 1]);
    }
    return this;
  }

  boolean meets(Box box) {
    return minX <= box.maxX() && maxX >= box.minX() && minY <= box.maxY() && maxY >= box.minY();
  }

  double width() {
    return maxX - minX;
  }

  double height() {
    return maxY - minY;
  }

  double middleX() {
    return (minX + maxX) / 2;
  }

  double middleY() {
    return (minY + maxY) / 2;
  }

  /** Whether all of it are numbers. */
  boolean isFinite() {
    return maxX - minX < Double.POSITIVE_INFINITY && maxY - minY < Double.POSITIVE_INFINITY;
  }

  /** The area of all rings, holes taken off. */
  static double area(Shape shape) {
    double area = 0;
    for (int i = 0; i < shape.parts(); i++) {
      double ring = area(shape.xy(), shape.partStart(i), shape.partEnd(i));
      area += shape.isHole(i) ? -ring : ring;
    }
    return area;
  }

  /** The area of the ring of these points, taken from its first one so that no digits are lost. */
  static double area(double[] xy, int from, int to) {
    double twice = 0;
    double x0 = xy[2 * from];
    double y0 = xy[2 * from + 1];
    for (int i = from + 1; i + 1 < to; i++) {
      twice +=
          (xy[2 * i] - x0) * (xy[2 * i + 3] - y0) - (xy[2 * i + 2] - x0) * (xy[2 * i + 1] - y0);
    }
    return Math.abs(twice) / 2;
  }
}
