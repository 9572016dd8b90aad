package org.citygis.samplecity;

import java.util.List;

/**
 * The plan of the city as fields over the plane: how urban a place is, how far apart roads stand
 * there, which way they run.
 */
final class Plan {
  /** A town outside the city proper. */
  record Town(String name, String nameEn, double x, double y) {
    double away(double px, double py) {
      return Math.hypot(px - x, py - y);
    }
  }

  static final List<Town> TOWNS =
      List.of(
          new Town("青云镇", "Qingyun Town", -5600, 13300),
          new Town("柳林镇", "Liulin Town", 9200, 12100),
          new Town("落雁镇", "Luoyan Town", 16600, 6200),
          new Town("东塘镇", "Dongtang Town", 19000, 900),
          new Town("白沙镇", "Baisha Town", 15200, -6000),
          new Town("桃源镇", "Taoyuan Town", 3600, -13100),
          new Town("南屏镇", "Nanping Town", -10300, -11000),
          new Town("安塘镇", "Antang Town", -17600, -2300),
          new Town("双桥镇", "Shuangqiao Town", -18000, 5200));

  private static final double STEP = 200;
  private static final double HALF = 26000;
  private static final int SIDE = (int) (2 * HALF / STEP) + 1;

  private final Terrain terrain;
  private final Noise edge = new Noise("city edge", 3600);
  private final Noise reach = new Noise("city reach", 9000);
  private final Noise bend = new Noise("bend", 4200);
  private final Noise turn = new Noise("rural turn", 5000);
  private final float[] cos4 = new float[SIDE * SIDE];
  private final float[] sin4 = new float[SIDE * SIDE];

  Plan(Terrain terrain) {
    this.terrain = terrain;
    for (int j = 0; j < SIDE; j++) {
      for (int i = 0; i < SIDE; i++) {
        blend(i, j);
      }
    }
  }

  /** Distance from the centre as the ring roads measure it: their shape is a rounded square. */
  static double ring(double x, double y) {
    double a = x * x;
    double b = y * y * 1.1;
    return StrictMath.sqrt(StrictMath.sqrt(a * a + b * b));
  }

  /** From 1 in the centre to 0 in the fields. */
  double urban(double x, double y) {
    double d = ring(x, y);
    d += Math.min(1, d / 6000) * (1700 * edge.rough(x, y) + 1100 * reach.at(x, y));
    double u = Math.min(1, Math.max(0, 1 - (d - 500) / 9300));
    for (Town t : TOWNS) {
      double r = t.away(x, y) / (1150 + 250 * edge.at(x, y));
      u = Math.max(u, 0.5 * StrictMath.exp(-r * r));
    }
    return u;
  }

  /** Distance in metres between neighbouring branch roads. */
  double spacing(double x, double y) {
    double u = urban(x, y);
    if (u > 0.12) {
      double industry = StrictMath.exp(-square(Math.hypot(x + 8500, y + 2300) / 2600));
      return 200 + 330 * (1 - u) * (1 - u) + 60 * (1 - u) + 110 * industry;
    }
    return 508 + (0.12 - u) / 0.12 * 1100;
  }

  double secondarySpacing(double x, double y) {
    double u = urban(x, y);
    return u > 0.1 ? 560 + 520 * (1 - u) : 3600;
  }

  /** Direction of one of the two families of roads, in radians; the other stands square to it. */
  double direction(double x, double y) {
    double gx = Math.min(SIDE - 1.001, Math.max(0, (x + HALF) / STEP));
    double gy = Math.min(SIDE - 1.001, Math.max(0, (y + HALF) / STEP));
    int i = (int) gx;
    int j = (int) gy;
    double fx = gx - i;
    double fy = gy - j;
    double c = mixed(cos4, i, j, fx, fy);
    double s = mixed(sin4, i, j, fx, fy);
    return StrictMath.atan2(s, c) / 4;
  }

  private static double mixed(float[] raster, int i, int j, double fx, double fy) {
    int k = j * SIDE + i;
    return (raster[k] * (1 - fx) + raster[k + 1] * fx) * (1 - fy)
        + (raster[k + SIDE] * (1 - fx) + raster[k + SIDE + 1] * fx) * fy;
  }

  private void blend(int i, int j) {
    double x = i * STEP - HALF;
    double y = j * STEP - HALF;
    double[] sum = new double[2];
    double u = urban(x, y);
    double rings = StrictMath.atan2(y * y * y * 1.21, x * x * x) + 0.03;
    if (u > 0.05) {
      add(sum, rings + 0.2 * bend.at(x, y), 1);
    } else {
      add(sum, rings, 0.2);
      add(sum, 1.1 * turn.rough(x, y), 1);
    }
    add(sum, 0.06, 3 * fade(Math.hypot(x - 200, y - 300), 1500));
    add(sum, 0.5, 2.2 * fade(Math.hypot(x - 4600, y + 4800), 1900));
    add(sum, -0.3, 2.2 * fade(Math.hypot(x + 8300, y + 2500), 2600));
    add(sum, 0.22, 1.6 * fade(Math.hypot(x - 7600, y - 8200), 1800));
    double river = terrain.toRiver(x, y);
    if (river < 3500) {
      double h = 60;
      double nx = terrain.toRiver(x + h, y) - terrain.toRiver(x - h, y);
      double ny = terrain.toRiver(x, y + h) - terrain.toRiver(x, y - h);
      add(sum, StrictMath.atan2(ny, nx), 2.6 * fade(river, 950));
    }
    for (Terrain.Named w : terrain.waters) {
      if (w.kind().equals("lake")) {
        double cx = w.shape().getEnvelopeInternal().centre().x;
        double cy = w.shape().getEnvelopeInternal().centre().y;
        double r = StrictMath.sqrt(w.shape().getArea() / StrictMath.PI);
        add(
            sum,
            StrictMath.atan2(y - cy, x - cx),
            2 * fade(Math.max(0, Math.hypot(x - cx, y - cy) - r), 700));
      }
    }
    int k = 0;
    for (Town t : TOWNS) {
      add(sum, 0.25 * (k++ % 5 - 2), 2.5 * fade(t.away(x, y), 1500));
    }
    cos4[j * SIDE + i] = (float) sum[0];
    sin4[j * SIDE + i] = (float) sum[1];
  }

  /** A cross has four equal arms: directions are added as four times their angle. */
  private static void add(double[] sum, double angle, double weight) {
    sum[0] += weight * StrictMath.cos(4 * angle);
    sum[1] += weight * StrictMath.sin(4 * angle);
  }

  private static double fade(double distance, double reach) {
    return StrictMath.exp(-square(distance / reach));
  }

  private static double square(double v) {
    return v * v;
  }
}
