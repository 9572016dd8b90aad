package org.citygis.maps.draw;

import java.awt.geom.Path2D;
import java.util.Arrays;
import org.citygis.packed.Shape;

/** All that one symbol draws of a layer: outlines joined to one, and places. In pixels. */
final class Batch {
  /** Points nearer to the one before than this cannot be told from it. */
  private static final double NEAR = 0.2;

  /** Outer rings turn one way and holes the other, so that overlapping areas stay filled. */
  final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO, 64);

  /** x, y, angle in radians, x, y, angle … */
  double[] places = new double[48];

  int placeCount;

  void addPlace(double x, double y, double angle) {
    if (3 * placeCount == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    places[3 * placeCount] = x;
    places[3 * placeCount + 1] = y;
    places[3 * placeCount + 2] = angle;
    placeCount++;
  }

  /**
   * Adds the parts of a shape that reach into the picture.
   *
   * @param closed whether parts are rings
   * @return how many points were added
   */
  int addOutline(Shape shape, boolean closed, Frame frame) {
    int added = 0;
    for (int part = 0; part < shape.parts(); part++) {
      int from = shape.partStart(part);
      int to = shape.partEnd(part);
      if (to - from >= 2 && frame.isTouched(shape.xy(), from, to)) {
        boolean backward = closed && isForward(shape.xy(), from, to) == shape.isHole(part);
        added += append(shape.xy(), from, to, backward);
        if (closed) {
          path.closePath();
        }
      }
    }
    return added;
  }

  private int append(double[] xy, int from, int to, boolean backward) {
    int first = backward ? to - 1 : from;
    int step = backward ? -1 : 1;
    int count = to - from;
    double x = xy[2 * first];
    double y = xy[2 * first + 1];
    path.moveTo(x, y);
    int added = 1;
    for (int i = 1, at = first + step; i < count; i++, at += step) {
      double nextX = xy[2 * at];
      double nextY = xy[2 * at + 1];
      boolean last = i == count - 1;
      if (last || Math.abs(nextX - x) > NEAR || Math.abs(nextY - y) > NEAR) {
        path.lineTo(nextX, nextY);
        x = nextX;
        y = nextY;
        added++;
      }
    }
    return added;
  }

  private static boolean isForward(double[] xy, int from, int to) {
    double doubleArea = 0;
    double originX = xy[2 * from];
    double originY = xy[2 * from + 1];
    double beforeX = xy[2 * to - 2] - originX;
    double beforeY = xy[2 * to - 1] - originY;
    for (int i = from; i < to; i++) {
      double x = xy[2 * i] - originX;
      double y = xy[2 * i + 1] - originY;
      doubleArea += beforeX * y - x * beforeY;
      beforeX = x;
      beforeY = y;
    }
    return doubleArea > 0;
  }
}
