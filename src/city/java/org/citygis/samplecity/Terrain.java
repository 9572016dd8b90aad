package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * What was there before the city: the river and its tributary, lakes, hills, and the city's limits.
 */
final class Terrain {
  /** The city's centre, 113.40 E 30.58 N, in EPSG:4547. */
  static final int ORIGIN_EAST = 442460;

  static final int ORIGIN_NORTH = 3384520;

  /** A piece of water or a hill with its names. */
  record Named(String kind, String name, String nameEn, Polygon shape) {}

  final List<Coordinate> riverCourse =
      Curve.through(
          60, -30000, 12500, -24000, 11800, -18500, 9300, -13200, 10300, -8300, 7900, -5000, 3400,
          -2500, -300, 700, -2300, 4200, -2300, 7200, -1300, 10300, -3000, 12700, -7000, 16500,
          -9600, 21000, -10200, 26000, -14000, 31000, -15500);
  final List<Coordinate> streamCourse =
      Curve.through(
          45, 2200, 24000, 3600, 19000, 5600, 15000, 4700, 11000, 3700, 7600, 5200, 5000, 5700,
          2400, 6900, 300, 7150, -1350);
  private final List<Coordinate> canalCourse =
      Curve.through(
          60, -13100, 10250, -13600, 6500, -12100, 2500, -12500, -1800, -10800, -6000, -8300,
          -8900);

  final LineString riverLine = Shapes.line(riverCourse);
  final LineString streamLine = Shapes.line(streamCourse);
  final Polygon region;
  final Polygon island;
  final List<Named> waters = new ArrayList<>();
  final List<Named> hills = new ArrayList<>();

  /** Everything that a road can only cross by a bridge worth building for a main road. */
  final Geometry wide;

  /** All water that is cut out of blocks. */
  final Geometry water;

  final Geometry hillsides;

  private final IndexedPointInAreaLocator inWide;
  private final IndexedPointInAreaLocator inHills;
  private final IndexedPointInAreaLocator inRegion;
  private final IndexedFacetDistance toRiver;
  private final IndexedFacetDistance toStream;

  Terrain() {
    region = Shapes.polygon(Curve.blob("region", 500, 200, 23000, 18500, 0.12, 0.16));
    island =
        Shapes.polygon(
            lens(
                riverCourse,
                index(riverCourse, -16900, 9300),
                index(riverCourse, -14600, 10200),
                150));
    Polygon river =
        (Polygon) Shapes.common(band(riverCourse, this::riverHalf), region).getGeometryN(0);
    Polygon lake = Shapes.polygon(Curve.blob("mirror lake", 10400, 4700, 1500, 950, 0.5, 0.42));
    Polygon southLake =
        Shapes.polygon(Curve.blob("south lake", -4700, -5600, 900, 560, -0.5, 0.45));
    Polygon parkLake = Shapes.polygon(Curve.blob("lotus lake", 1150, 2350, 260, 170, 0.9, 0.4));
    Polygon farLake =
        Shapes.polygon(Curve.blob("wild goose lake", 15200, 9300, 1000, 620, 1.1, 0.5));
    Geometry stream = Shapes.common(band(streamCourse, i -> 17 + 5 * swell.at(i * 45, 0)), region);
    Geometry canal = Shapes.common(band(canalCourse, i -> 11), region);
    Geometry riverWater = Shapes.minus(river, island);
    waters.add(new Named("river", "云川河", "Yunchuan River", largest(riverWater)));
    waters.add(new Named("river", "柳溪", "Liuxi Brook", largest(Shapes.minus(stream, riverWater))));
    waters.add(
        new Named("canal", "石桥渠", "Shiqiao Canal", largest(Shapes.minus(canal, riverWater))));
    waters.add(new Named("lake", "镜湖", "Mirror Lake", lake));
    waters.add(new Named("lake", "南湖", "South Lake", southLake));
    waters.add(new Named("lake", "莲花湖", "Lotus Lake", parkLake));
    waters.add(new Named("lake", "落雁湖", "Wild Goose Lake", farLake));
    hill("青云山", "Qingyun Hill", -10800, 14300, 2900, 1500, 0.5);
    hill("凤栖山", "Fengqi Hill", -2700, 6100, 900, 520, -0.4);
    hill("南屏山", "Nanping Hill", -17300, -8900, 2300, 1300, -0.7);
    hill("玉屏山", "Yuping Hill", -6500, -16300, 2100, 1000, 0.2);
    hill("望川岭", "Wangchuan Ridge", 12900, 13600, 1700, 1000, 0.9);
    hill("龟背山", "Guibei Hill", 3100, -5500, 420, 300, 0.3);
    hill("石鼓山", "Shigu Hill", 18400, -3800, 1300, 800, 1.3);
    wide = Shapes.union(List.of(river, lake, southLake, parkLake, farLake));
    List<Geometry> all = new ArrayList<>();
    for (Named w : waters) {
      all.add(w.shape());
    }
    water = Shapes.union(all);
    List<Geometry> slopes = new ArrayList<>();
    for (Named h : hills) {
      slopes.add(h.shape());
    }
    hillsides = Shapes.minus(Shapes.union(slopes), water);
    inWide = new IndexedPointInAreaLocator(wide.buffer(35));
    inHills = new IndexedPointInAreaLocator(hillsides.buffer(-25));
    inRegion = new IndexedPointInAreaLocator(region);
    toRiver = new IndexedFacetDistance(riverLine);
    toStream = new IndexedFacetDistance(streamLine);
  }

  private void hill(
      String name, String nameEn, double x, double y, double a, double b, double turn) {
    Polygon outline = Shapes.polygon(Curve.blob(nameEn, x, y, a, b, turn, 0.4));
    hills.add(new Named("hill", name, nameEn, outline));
  }

  private final Noise swell = new Noise("swell", 1800);

  /** Half the river's width in metres; it widens about the island. */
  double riverHalf(int i) {
    Coordinate c = riverCourse.get(i);
    double isle = Math.hypot(c.x + 15750, c.y - 9800) / 1300;
    return 118
        + 38 * swell.at(i * 60, 0)
        + Math.max(0, (c.x + 4000) / 600) * 0.9
        + 190 * StrictMath.exp(-isle * isle);
  }

  boolean isWater(double x, double y) {
    return inWide.locate(new Coordinate(x, y)) != Location.EXTERIOR;
  }

  boolean isHill(double x, double y) {
    return inHills.locate(new Coordinate(x, y)) != Location.EXTERIOR;
  }

  boolean isInside(double x, double y) {
    return inRegion.locate(new Coordinate(x, y)) != Location.EXTERIOR;
  }

  double toRiver(double x, double y) {
    return toRiver.distance(Shapes.FACTORY.createPoint(new Coordinate(x, y)));
  }

  double toStream(double x, double y) {
    return toStream.distance(Shapes.FACTORY.createPoint(new Coordinate(x, y)));
  }

  /** The polygon between the curve's two sides. */
  static Geometry band(List<Coordinate> curve, java.util.function.IntToDoubleFunction half) {
    List<Coordinate> ring = new ArrayList<>(Curve.aside(curve, half));
    List<Coordinate> right = Curve.aside(curve, i -> -half.applyAsDouble(i));
    for (int i = right.size() - 1; i >= 0; i--) {
      ring.add(right.get(i));
    }
    return Shapes.polygon(ring).buffer(0);
  }

  private static List<Coordinate> lens(List<Coordinate> curve, int from, int to, double half) {
    List<Coordinate> part = curve.subList(from, to + 1);
    int n = part.size() - 1;
    List<Coordinate> ring =
        new ArrayList<>(
            Curve.aside(
                part, i -> half * StrictMath.pow(StrictMath.sin(StrictMath.PI * i / n), 0.7)));
    List<Coordinate> right =
        Curve.aside(
            part, i -> -half * 0.8 * StrictMath.pow(StrictMath.sin(StrictMath.PI * i / n), 0.9));
    for (int i = n - 1; i > 0; i--) {
      ring.add(right.get(i));
    }
    return ring;
  }

  static int index(List<Coordinate> curve, double x, double y) {
    int best = 0;
    for (int i = 1; i < curve.size(); i++) {
      if (curve.get(i).distance(new Coordinate(x, y))
          < curve.get(best).distance(new Coordinate(x, y))) {
        best = i;
      }
    }
    return best;
  }

  static Polygon largest(Geometry geometry) {
    Polygon best = null;
    for (Polygon p : Shapes.polygons(geometry, 0)) {
      if (best == null || p.getArea() > best.getArea()) {
        best = p;
      }
    }
    if (best == null) {
      throw new IllegalStateException("nothing of this shape is left: " + geometry);
    }
    return best;
  }
}
