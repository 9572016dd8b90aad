package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A plot of the plan: one land use, one set of limits, one or more parcels. */
final class Plot {
  /** A parcel of the register. */
  static final class Parcel {
    final Plot plot;
    final Polygon shape;
    String number = "";
    String address = "";
    String addressEn = "";
    @Nullable Point door;

    Parcel(Plot plot, Polygon shape) {
      this.plot = plot;
      this.shape = shape;
    }
  }

  final int id;
  final Block block;
  final Polygon rough;
  final double x;
  final double y;

  /** The best road it lies on: 0 expressway … 3 branch, 9 none. */
  final int frontage;

  String code = "";

  /** What stands here, when it is more than its code: a school, a station. */
  String site = "";

  String name = "";
  String nameEn = "";
  double far;
  double height;
  double density;
  double green;
  String number = "";
  Geometry shape;
  final List<Parcel> parcels = new ArrayList<>();

  Plot(int id, Block block, Polygon rough, int frontage) {
    this.id = id;
    this.block = block;
    this.rough = rough;
    this.shape = rough;
    this.frontage = frontage;
    Point inside = rough.getInteriorPoint();
    x = inside.getX();
    y = inside.getY();
  }

  boolean is(String prefix) {
    return code.startsWith(prefix);
  }

  double area() {
    return rough.getArea();
  }

  double away(double px, double py) {
    return Math.hypot(px - x, py - y);
  }
}
