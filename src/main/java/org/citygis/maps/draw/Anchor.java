package org.citygis.maps.draw;

import java.util.Arrays;
import org.citygis.packed.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Where the name of an area stands: the middle of its largest ring, or of the widest stretch inside
 * at that height. In pixels.
 *
 * @param area of the ring
 * @param room minX, minY, maxX, maxY around it
 */
record Anchor(double x, double y, double area, double[] room) {

  /** Null for a shape without area. */
  static @Nullable Anchor of(Shape shape) {
    int best = -1;
    double most = 0;
    for (int part = 0; part < shape.parts(); part++) {
      double area = shape.isHole(part) ? 0 : Math.abs(area(shape, part));
      if (area > most) {
        most = area;
        best = part;
      }
    }
    return best < 0 ? null : inside(shape, best);
  }

  private static Anchor inside(Shape shape, int part) {
    double[] xy = shape.xy();
    int from = shape.partStart(part);
    int to = shape.partEnd(part);
    double area = area(shape, part);
    double originX = xy[2 * from];
    double originY = xy[2 * from + 1];
    double sumX = 0;
    double sumY = 0;
    double minX = originX;
    double maxX = originX;
    double minY = originY;
    double maxY = originY;
    double beforeX = xy[2 * to - 2] - originX;
    double beforeY = xy[2 * to - 1] - originY;
    for (int i = from; i < to; i++) {
      double x = xy[2 * i] - originX;
      double y = xy[2 * i + 1] - originY;
      double cross = beforeX * y - x * beforeY;
      sumX += (beforeX + x) * cross;
      sumY += (beforeY + y) * cross;
      minX = Math.min(minX, xy[2 * i]);
      maxX = Math.max(maxX, xy[2 * i]);
      minY = Math.min(minY, xy[2 * i + 1]);
      maxY = Math.max(maxY, xy[2 * i + 1]);
      beforeX = x;
      beforeY = y;
    }
    double x = originX + sumX / (6 * area);
    double y = Math.clamp(originY + sumY / (6 * area), minY, maxY);
    return new Anchor(
        widest(shape, x, y), y, Math.abs(area), new double[] {minX, minY, maxX, maxY});
  }

  /** The middle of the widest stretch inside all rings at y; x itself when it is inside. */
  private static double widest(Shape shape, double x, double y) {
    double[] crossings = new double[16];
    int count = 0;
    for (int part = 0; part < shape.parts(); part++) {
      int from = shape.partStart(part);
      int to = shape.partEnd(part);
      int j = to - 1;
      for (int i = from; i < to; j = i++) {
        double y1 = shape.xy()[2 * j + 1];
        double y2 = shape.xy()[2 * i + 1];
        if ((y1 > y) != (y2 > y)) {
          if (count == crossings.length) {
            crossings = Arrays.copyOf(crossings, 2 * count);
          }
          double x1 = shape.xy()[2 * j];
          crossings[count++] = x1 + (y - y1) / (y2 - y1) * (shape.xy()[2 * i] - x1);
        }
      }
    }
    Arrays.sort(crossings, 0, count);
    double middle = x;
    double widest = -1;
    for (int i = 0; i + 1 < count; i += 2) {
      if (x > crossings[i] && x < crossings[i + 1]) {
        return x;
      }
      if (crossings[i + 1] - crossings[i] > widest) {
        widest = crossings[i + 1] - crossings[i];
        middle = (crossings[i] + crossings[i + 1]) / 2;
      }
    }
    return middle;
  }

  private static double area(Shape shape, int part) {
    double[] xy = shape.xy();
    int from = shape.partStart(part);
    int to = shape.partEnd(part);
    double originX = xy[2 * from];
    double originY = xy[2 * from + 1];
    double sum = 0;
    for (int i = from, j = to - 1; i < to; j = i++) {
      sum +=
          (xy[2 * j] - originX) * (xy[2 * i + 1] - originY)
              - (xy[2 * i] - originX) * (xy[2 * j + 1] - originY);
    }
    return sum / 2;
  }
}
