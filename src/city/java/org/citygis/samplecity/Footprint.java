package org.citygis.samplecity;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Outlines of buildings: at (u, v) of a frame, a and b being half their length and depth; the ring
 * is not closed.
 */
final class Footprint {
  private Footprint() {}

  /** A slab whose back steps in at the stairs. */
  static List<Coordinate> slab(
      Lots.Frame f, double u, double v, double a, double b, boolean plain) {
    if (a < 16 || plain) {
      return box(f, u, v, a, b);
    }
    double step = 1.8;
    double third = a / 3;
    return List.of(
        f.at(u - a, v - b),
        f.at(u + a, v - b),
        f.at(u + a, v + b - step),
        f.at(u + third, v + b - step),
        f.at(u + third, v + b),
        f.at(u - third, v + b),
        f.at(u - third, v + b - step),
        f.at(u - a, v + b - step));
  }

  static List<Coordinate> cross(Lots.Frame f, double u, double v, double a, double b) {
    double c = a * 0.55;
    double d = b * 0.7;
    return List.of(
        f.at(u - c, v - b),
        f.at(u + c, v - b),
        f.at(u + c, v - d),
        f.at(u + a, v - d),
        f.at(u + a, v + d),
        f.at(u + c, v + d),
        f.at(u + c, v + b),
        f.at(u - c, v + b),
        f.at(u - c, v + d),
        f.at(u - a, v + d),
        f.at(u - a, v - d),
        f.at(u - c, v - d));
  }

  static List<Coordinate> box(Lots.Frame f, double u, double v, double a, double b) {
    return List.of(f.at(u - a, v - b), f.at(u + a, v - b), f.at(u + a, v + b), f.at(u - a, v + b));
  }

  /** An L. */
  static List<Coordinate> angle(Lots.Frame f, double u, double v, double a, double b) {
    return List.of(
        f.at(u - a, v - b),
        f.at(u + a, v - b),
        f.at(u + a, v - b * 0.1),
        f.at(u - a * 0.1, v - b * 0.1),
        f.at(u - a * 0.1, v + b),
        f.at(u - a, v + b));
  }

  /** A U open to the south. */
  static List<Coordinate> horseshoe(
      Lots.Frame f, double u, double v, double a, double b, double arm) {
    double c = a * (1 - arm);
    double d = b * (1 - 2 * arm);
    return List.of(
        f.at(u - a, v - b),
        f.at(u - c, v - b),
        f.at(u - c, v + d),
        f.at(u + c, v + d),
        f.at(u + c, v - b),
        f.at(u + a, v - b),
        f.at(u + a, v + b),
        f.at(u - a, v + b));
  }
}
