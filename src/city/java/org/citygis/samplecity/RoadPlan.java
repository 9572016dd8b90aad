package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * All roads of the city as planned: rings and radials by hand, river and lake drives, then the net.
 */
final class RoadPlan {
  private final Terrain terrain;
  private final Plan plan;
  private final RoadTracer tracer;

  RoadPlan(Terrain terrain, Plan plan) {
    this.terrain = terrain;
    this.plan = plan;
    this.tracer = new RoadTracer(plan);
  }

  List<Road> build() {
    rings();
    radials();
    drives();
    RoadTracer.Ground city = (x, y) -> plan.urban(x, y) > 0.07 && dry(x, y);
    tracer.fill(Road.Rank.SECONDARY, city, plan::secondarySpacing, 700);
    RoadTracer.Ground country = (x, y) -> terrain.isInside(x, y) && dry(x, y);
    tracer.fill(Road.Rank.BRANCH, country, plan::spacing, 160);
    return tracer.roads;
  }

  private boolean dry(double x, double y) {
    return !terrain.isWater(x, y) && !terrain.isHill(x, y);
  }

  private void rings() {
    named(
        Road.Rank.ARTERIAL,
        around("inner", 350, 500, 1500, 1400, 4, 0.02),
        "内环路",
        "Inner Ring Road");
    named(
        Road.Rank.ARTERIAL,
        around("middle", 0, 150, 4350, 4200, 3.4, 0.05),
        "中环路",
        "Middle Ring Road");
    named(
        Road.Rank.EXPRESSWAY,
        around("outer", 200, -100, 8900, 8400, 2.9, 0.07),
        "外环快速路",
        "Outer Ring Expressway");
    named(
        Road.Rank.ARTERIAL,
        around("orbital", 0, 0, 14400, 13700, 2.6, 0.05),
        "绕城公路",
        "City Orbital Road");
  }

  private void radials() {
    main("人民北路", "Renmin Road North", 0, 0, 60, 4200, 300, 8400, 700, 13300, 900, 19800);
    main("人民南路", "Renmin Road South", 0, 0, -60, -4000, -200, -8400, 300, -13300, 200, -20500);
    main(
        "云川大道东段",
        "Yunchuan Avenue East",
        0,
        0,
        1800,
        0,
        4300,
        100,
        8700,
        700,
        14100,
        1000,
        19000,
        900,
        26000,
        400);
    main(
        "云川大道西段",
        "Yunchuan Avenue West",
        0,
        0,
        -1700,
        0,
        -4300,
        -100,
        -8700,
        300,
        -14100,
        -700,
        -17600,
        -2300,
        -26000,
        -4200);
    main(
        "文昌大道",
        "Wenchang Avenue",
        -550,
        1250,
        -2900,
        3500,
        -4500,
        6000,
        -5500,
        9500,
        -5600,
        13300,
        -6100,
        20000);
    main(
        "柳林大道",
        "Liulin Avenue",
        1250,
        1150,
        3200,
        3500,
        4600,
        5700,
        6500,
        9000,
        9200,
        12100,
        11000,
        20000);
    main(
        "镜湖大道",
        "Jinghu Avenue",
        3600,
        2000,
        6900,
        5600,
        9100,
        7700,
        13000,
        6900,
        16600,
        6200,
        25000,
        7600);
    main(
        "白沙大道",
        "Baisha Avenue",
        3700,
        -1100,
        6400,
        -250,
        9000,
        -1100,
        13000,
        -3600,
        15200,
        -6000,
        23500,
        -9000);
    main(
        "滨江大道",
        "Binjiang Avenue",
        1250,
        -200,
        2400,
        -2500,
        4100,
        -4000,
        6300,
        -6500,
        8200,
        -9700,
        10600,
        -13100,
        12000,
        -19000);
    main(
        "南湖大道",
        "Nanhu Avenue",
        -550,
        -350,
        -1700,
        -2000,
        -3400,
        -3400,
        -6500,
        -4400,
        -8600,
        -7600,
        -10300,
        -11000,
        -12600,
        -18500);
    main(
        "石桥大道",
        "Shiqiao Avenue",
        -3900,
        900,
        -4700,
        1500,
        -6300,
        2700,
        -8700,
        3300,
        -13500,
        3900,
        -18000,
        5200,
        -25500,
        6300);
  }

  /** Roads along the river's banks and around the lakes of the city. */
  private void drives() {
    List<Coordinate> north = new ArrayList<>();
    List<Coordinate> south = new ArrayList<>();
    for (int side = 1; side >= -1; side -= 2) {
      int s = side;
      List<Coordinate> bank =
          Curve.aside(terrain.riverCourse, i -> s * (terrain.riverHalf(i) + 75));
      for (Coordinate c : bank) {
        if (Plan.ring(c.x, c.y) < 9900) {
          (side > 0 ? north : south).add(c);
        }
      }
    }
    named(Road.Rank.SECONDARY, Curve.through(40, thinned(north)), "沿江北路", "Yanjiang Road North");
    named(Road.Rank.SECONDARY, Curve.through(40, thinned(south)), "沿江南路", "Yanjiang Road South");
    for (Terrain.Named w : terrain.waters) {
      double share = w.name().equals("莲花湖") ? 45 : 95;
      if (w.kind().equals("lake") && !w.name().equals("落雁湖")) {
        Coordinate[] shore = w.shape().buffer(share).getCoordinates();
        List<Coordinate> ring = new ArrayList<>();
        for (int i = 0; i < shore.length; i += 6) {
          ring.add(shore[i]);
        }
        ring.add(ring.get(0));
        named(
            w.name().equals("莲花湖") ? Road.Rank.BRANCH : Road.Rank.SECONDARY,
            Curve.through(30, ring),
            "环" + w.name() + "路",
            w.nameEn() + " Drive");
      }
    }
  }

  private static List<Coordinate> thinned(List<Coordinate> course) {
    List<Coordinate> thin = new ArrayList<>();
    for (int i = 0; i < course.size(); i += 4) {
      thin.add(course.get(i));
    }
    return thin;
  }

  private void main(String name, String nameEn, double... xy) {
    named(Road.Rank.ARTERIAL, Curve.through(40, xy), name, nameEn);
  }

  private void named(Road.Rank rank, List<Coordinate> course, String name, String nameEn) {
    Road road = tracer.lay(rank, course);
    road.name = name;
    road.nameEn = nameEn;
  }

  /** A closed ring, |x/a|^p + |y/b|^p = 1, pushed in and out a little as real ones are. */
  private static List<Coordinate> around(
      String use, double x, double y, double a, double b, double p, double sway) {
    Noise noise = new Noise(use + " ring", 0.7);
    List<Coordinate> ring = new ArrayList<>();
    int n = 240;
    for (int i = 0; i <= n; i++) {
      double t = 2 * StrictMath.PI * (i % n) / n;
      double c = StrictMath.cos(t);
      double s = StrictMath.sin(t);
      double r =
          StrictMath.pow(StrictMath.pow(Math.abs(c), p) + StrictMath.pow(Math.abs(s), p), -1 / p)
              * (1 + sway * noise.at(c * 1.2 + 9, s * 1.2 + 9));
      ring.add(new Coordinate(x + a * r * c, y + b * r * s));
    }
    return ring;
  }
}
