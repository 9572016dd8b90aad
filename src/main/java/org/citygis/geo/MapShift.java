package org.citygis.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * The displacement that Chinese map services apply to longitudes and latitudes: GCJ-02 (Amap,
 * Tencent) moves a place by up to some 700 m, BD-09 (Baidu) moves GCJ-02 again. Both are published
 * approximations; there is no shift outside China. Degrees, x longitude. Stateless.
 */
public enum MapShift {
  GCJ_02 {
    @Override
    void forward(double[] place, double lon, double lat) {
      gcj(place, lon, lat);
    }
  },
  BD_09 {
    @Override
    void forward(double[] place, double lon, double lat) {
      gcj(place, lon, lat);
      double x = place[0];
      double y = place[1];
      double radius = Math.hypot(x, y) + 0.00002 * Math.sin(y * BAIDU_PI);
      double angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * BAIDU_PI);
      place[0] = radius * Math.cos(angle) + 0.0065;
      place[1] = radius * Math.sin(angle) + 0.006;
    }
  };

  /** The ellipsoid of Krasovsky, which the approximation of GCJ-02 uses. */
  private static final double RADIUS_METRES = 6_378_245;

  private static final double ECCENTRICITY_SQUARED = 0.00669342162296594323;
  private static final double BAIDU_PI = Math.PI * 3000 / 180;
  private static final Box CHINA = new Box(72.004, 0.8293, 137.8347, 55.8271);
  private static final double CLOSE_DEGREES = 1e-10;
  private static final int MOST_STEPS = 30;

  /**
   * Moves true positions (WGS 84 or CGCS2000) to where the map service shows them, in place.
   *
   * @param lonLat longitude, latitude, longitude, latitude …
   * @param count of positions
   */
  public void apply(double[] lonLat, int count) {
    double[] place = new double[2];
    for (int i = 0; i < 2 * count; i += 2) {
      if (isInChina(lonLat[i], lonLat[i + 1])) {
        forward(place, lonLat[i], lonLat[i + 1]);
        lonLat[i] = place[0];
        lonLat[i + 1] = place[1];
      }
    }
  }

  /** The inverse of {@link #apply(double[], int)}, iterated to 1e-10 degrees (10 µm). */
  public void remove(double[] lonLat, int count) {
    double[] place = new double[2];
    for (int i = 0; i < 2 * count; i += 2) {
      double shiftedLon = lonLat[i];
      double shiftedLat = lonLat[i + 1];
      double lon = shiftedLon;
      double lat = shiftedLat;
      double error = Double.POSITIVE_INFINITY;
      for (int step = 0; step < MOST_STEPS && error > CLOSE_DEGREES; step++) {
        if (!isInChina(lon, lat)) {
          lon = shiftedLon;
          lat = shiftedLat;
          break;
        }
        forward(place, lon, lat);
        lon += shiftedLon - place[0];
        lat += shiftedLat - place[1];
        error = Math.max(Math.abs(shiftedLon - place[0]), Math.abs(shiftedLat - place[1]));
      }
      lonLat[i] = lon;
      lonLat[i + 1] = lat;
    }
  }

  /** A shifted copy of a geometry in degrees; z and m are carried along. */
  public Geometry apply(Geometry geometry) {
    return moved(geometry, this::apply);
  }

  /** A copy of a shifted geometry in degrees, put back where it belongs. */
  public Geometry remove(Geometry geometry) {
    return moved(geometry, this::remove);
  }

  /** The name on the wire. */
  public String tag() {
    return switch (this) {
      case GCJ_02 -> "gcj02";
      case BD_09 -> "bd09";
    };
  }

  abstract void forward(double[] place, double lon, double lat);

  private interface Move {
    void run(double[] lonLat, int count);
  }

  private static Geometry moved(Geometry geometry, Move move) {
    Geometry copy = geometry.copy();
    copy.apply(
        new PositionEdit() {
          private final double[] lonLat = new double[2];

          @Override
          public void filter(CoordinateSequence sequence, int i) {
            lonLat[0] = sequence.getX(i);
            lonLat[1] = sequence.getY(i);
            move.run(lonLat, 1);
            sequence.setOrdinate(i, CoordinateSequence.X, lonLat[0]);
            sequence.setOrdinate(i, CoordinateSequence.Y, lonLat[1]);
          }
        });
    return copy;
  }

  private static boolean isInChina(double lon, double lat) {
    return lon >= CHINA.minX() && lon <= CHINA.maxX() && lat >= CHINA.minY() && lat <= CHINA.maxY();
  }

  private static void gcj(double[] place, double lon, double lat) {
    double x = lon - 105;
    double y = lat - 35;
    double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    double both = 20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI);
    north +=
        2.0
            / 3
            * (both
                + waves(y, 20, 40)
                + 160 * Math.sin(y / 12 * Math.PI)
                + 320 * Math.sin(y * Math.PI / 30));
    east +=
        2.0
            / 3
            * (both
                + waves(x, 20, 40)
                + 150 * Math.sin(x / 12 * Math.PI)
                + 300 * Math.sin(x / 30 * Math.PI));
    double sine = Math.sin(Math.toRadians(lat));
    double magic = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double metresPerDegreeNorth =
        Math.toRadians(RADIUS_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * Math.sqrt(magic)));
    double metresPerDegreeEast =
        Math.toRadians(RADIUS_METRES / Math.sqrt(magic) * Math.cos(Math.toRadians(lat)));
    place[0] = lon + east / metresPerDegreeEast;
    place[1] = lat + north / metresPerDegreeNorth;
  }

  private static double waves(double t, double whole, double third) {
    return whole * Math.sin(t * Math.PI) + third * Math.sin(t / 3 * Math.PI);
  }
}
