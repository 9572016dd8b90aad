package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Smooth curves through a few given points. */
final class Curve {
  private Curve() {}

  /**
   * Catmull-Rom through the points, which are x, y, x, y …; a point about every {@code step}
   * metres.
   */
  static List<Coordinate> through(double step, double... xy) {
    List<Coordinate> points = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new Coordinate(xy[i], xy[i + 1]));
    }
    return through(step, points);
  }

  static List<Coordinate> through(double step, List<Coordinate> points) {
    List<Coordinate> curve = new ArrayList<>();
    int n = points.size();
    for (int i = 0; i + 1 < n; i++) {
      Coordinate a = points.get(Math.max(0, i - 1));
      Coordinate b = points.get(i);
      Coordinate c = points.get(i + 1);
      Coordinate d = points.get(Math.min(n - 1, i + 2));
      int parts = Math.max(1, (int) Math.round(b.distance(c) / step));
      for (int k = 0; k < parts; k++) {
        double t = (double) k / parts;
        curve.add(new Coordinate(spline(a.x, b.x, c.x, d.x, t), spline(a.y, b.y, c.y, d.y, t)));
      }
    }
    curve.add(points.get(n - 1).copy());
    return curve;
  }

  private static double spline(double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }

  /** The curve moved to its left by an offset that may vary along it (negative: to the right). */
  static List<Coordinate> aside(List<Coordinate> curve, java.util.function.IntToDoubleFunction by) {
    List<Coordinate> moved = new ArrayList<>();
    for (int i = 0; i < curve.size(); i++) {
      Coordinate before = curve.get(Math.max(0, i - 1));
      Coordinate after = curve.get(Math.min(curve.size() - 1, i + 1));
      double length = before.distance(after);
      double offset = by.applyAsDouble(i);
      Coordinate c = curve.get(i);
      moved.add(
          new Coordinate(
              c.x - (after.y - before.y) / length * offset,
              c.y + (after.x - before.x) / length * offset));
    }
    return moved;
  }

  /** A closed, slightly irregular outline about a centre; not closed at its end. */
  static List<Coordinate> blob(
      String use, double x, double y, double along, double across, double turn, double rough) {
    Noise noise = new Noise(use, 0.55);
    List<Coordinate> ring = new ArrayList<>();
    int n = 96;
    for (int i = 0; i < n; i++) {
      double a = 2 * StrictMath.PI * i / n;
      double ca = StrictMath.cos(a);
      double sa = StrictMath.sin(a);
      double r = 1 + rough * noise.rough(ca + 40, sa + 40);
      double u = along * r * ca;
      double v = across * r * sa;
      ring.add(
          new Coordinate(
              x + u * StrictMath.cos(turn) - v * StrictMath.sin(turn),
              y + u * StrictMath.sin(turn) + v * StrictMath.cos(turn)));
    }
    return ring;
  }
}
