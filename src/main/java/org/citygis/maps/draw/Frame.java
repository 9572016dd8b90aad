package org.citygis.maps.draw;

/**
 * The part of the plane in which something can be seen, in pixels: the picture and around it what a
 * broad stroke reaches.
 */
record Frame(double minX, double minY, double maxX, double maxY) {

  static Frame around(View view, double reach) {
    return new Frame(-reach, -reach, view.width() + reach, view.height() + reach);
  }

  boolean contains(double x, double y) {
    return x >= minX && x <= maxX && y >= minY && y <= maxY;
  }

  /**
   * Whether the box around the points meets it; false where a coordinate is not a number.
   *
   * @param from the first point
   * @param to the point after the last one
   */
  boolean isTouched(double[] xy, int from, int to) {
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 2 * from; i < 2 * to; i += 2) {
      left = Math.min(left, xy[i]);
      right = Math.max(right, xy[i]);
      top = Math.min(top, xy[i + 1]);
      bottom = Math.max(bottom, xy[i + 1]);
    }
    return left <= maxX && right >= minX && top <= maxY && bottom >= minY;
  }
}
