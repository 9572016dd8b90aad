package org.citygis.tiles;

import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.geo.TileCoord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Carries positions of a layer's reference system into the units of one tile.
 *
 * <p>The exact way (GeoTools, 180 ns a point for a Gauss-Kruger system) would cost more than all
 * the rest of a tile. Over a tile and its surroundings it is so smooth that a bicubic polynomial
 * through 4 by 4 Chebyshev nodes follows it (10 ns a point); the polynomial is compared with the
 * exact way before it is used, and where it is off by more than {@link #TOLERANCE}, or a shape
 * reaches beyond the surroundings, the exact way is taken.
 */
final class TileProjection {
  /**
   * In tile units: a 160th of a pixel, and a tenth of what rounding to whole units costs anyway.
   */
  static final double TOLERANCE = 0.05;

  /** How far the polynomial reaches beyond each side of the tile, in tile sides. */
  private static final double SURROUNDINGS = 0.5;

  /**
   * How far from the extent of a layer its reference system is still trusted. Single edits may add
   * features outside the extent that the layer was loaded with, but not that far.
   */
  private static final double REACH_METRES = 100_000;

  private static final int NODES = 4;
  private static final double[] NODE = new double[NODES];

  /** Values at the nodes to coefficients of 1, t, t², t³. */
  private static final double[][] TO_COEFFICIENTS = new double[NODES][NODES];

  static {
    for (int i = 0; i < NODES; i++) {
      NODE[i] = Math.cos(Math.PI * (2 * i + 1) / (2 * NODES));
    }
    for (int i = 0; i < NODES; i++) {
      // The Lagrange polynomial that is 1 at node i and 0 at the others, multiplied out.
      double[] product = {1, 0, 0, 0};
      for (int j = 0; j < NODES; j++) {
        if (j != i) {
          double scale = 1 / (NODE[i] - NODE[j]);
          for (int power = NODES - 1; power >= 0; power--) {
            product[power] =
                scale * ((power > 0 ? product[power - 1] : 0) - NODE[j] * product[power]);
          }
        }
      }
      for (int power = 0; power < NODES; power++) {
        TO_COEFFICIENTS[power][i] = product[power];
      }
    }
  }

  private final Reprojection toMercator;
  private final double west;
  private final double north;
  private final double unitsPerMetre;
  private final @Nullable Box nativeBox;
  private final @Nullable Polynomial polynomial;

  /**
   * @param extent of the layer in its reference system
   */
  TileProjection(Crs crs, Box extent, TileCoord tile) {
    toMercator = Reprojection.between(crs, Crs.WEB_MERCATOR);
    Box mercator = tile.mercator();
    west = mercator.minX();
    north = mercator.maxY();
    unitsPerMetre = Tile.EXTENT / tile.size();
    Reprojection toNative = Reprojection.between(Crs.WEB_MERCATOR, crs);
    Box reach = toMercator.apply(extent).buffer(REACH_METRES);
    Box wanted = intersection(mercator.buffer(tile.size() * Tile.BUFFER / Tile.EXTENT), reach);
    Box surroundings = intersection(mercator.buffer(tile.size() * SURROUNDINGS), reach);
    nativeBox = wanted == null ? null : toNative.apply(wanted);
    polynomial =
        nativeBox == null || surroundings == null || toMercator.isIdentity()
            ? null
            : fit(toNative.apply(surroundings));
  }

  /**
   * The tile with its buffer in the layer's reference system: what to ask the database for. Null
   * when the layer is far away, where its reference system may not even reach.
   */
  @Nullable Box nativeBox() {
    return nativeBox;
  }

  boolean usesPolynomial() {
    return polynomial != null;
  }

  /**
   * Transforms {@code count} positions in place.
   *
   * @param xy x, y, x, y … in the layer's reference system, afterwards in tile units
   */
  void apply(double[] xy, int count) {
    if (polynomial == null || !polynomial.covers(xy, count)) {
      exact(xy, count);
    } else {
      polynomial.apply(xy, count);
    }
  }

  void exact(double[] xy, int count) {
    toMercator.apply(xy, count);
    for (int i = 0; i < 2 * count; i += 2) {
      xy[i] = (xy[i] - west) * unitsPerMetre;
      xy[i + 1] = (north - xy[i + 1]) * unitsPerMetre;
    }
  }

  private @Nullable Polynomial fit(Box domain) {
    Polynomial fitted = new Polynomial(domain);
    return fitted.worstError() <= TOLERANCE ? fitted : null;
  }

  private static @Nullable Box intersection(Box a, Box b) {
    Envelope common = a.envelope().intersection(b.envelope());
    return common.isNull() ? null : Box.of(common);
  }

  /** x and y of the tile as bicubic polynomials of x and y in the layer's reference system. */
  private final class Polynomial {
    private final Box domain;
    private final double[] a = new double[NODES * NODES];
    private final double[] b = new double[NODES * NODES];

    Polynomial(Box domain) {
      this.domain = domain;
      double[] values = new double[2 * NODES * NODES];
      for (int i = 0; i < NODES * NODES; i++) {
        place(values, i, NODE[i / NODES], NODE[i % NODES]);
      }
      exact(values, NODES * NODES);
      for (int p = 0; p < NODES; p++) {
        for (int q = 0; q < NODES; q++) {
          for (int i = 0; i < NODES * NODES; i++) {
            double weight = TO_COEFFICIENTS[p][i / NODES] * TO_COEFFICIENTS[q][i % NODES];
            a[NODES * p + q] += weight * values[2 * i];
            b[NODES * p + q] += weight * values[2 * i + 1];
          }
        }
      }
    }

    private void place(double[] xy, int index, double u, double v) {
      xy[2 * index] = domain.minX() + (u + 1) / 2 * domain.width();
      xy[2 * index + 1] = domain.minY() + (v + 1) / 2 * domain.height();
    }

    /**
     * The largest distance from the exact way on a grid over the domain, in tile units; NaN where
     * that fails.
     */
    double worstError() {
      int steps = 8;
      int count = (steps + 1) * (steps + 1);
      double[] expected = new double[2 * count];
      for (int i = 0; i < count; i++) {
        place(
            expected, i, 2.0 * (i / (steps + 1)) / steps - 1, 2.0 * (i % (steps + 1)) / steps - 1);
      }
      double[] actual = expected.clone();
      exact(expected, count);
      apply(actual, count);
      double worst = 0;
      for (int i = 0; i < 2 * count; i++) {
        worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
      }
      return worst;
    }

    boolean covers(double[] xy, int count) {
      double minX = domain.minX();
      double maxX = domain.maxX();
      double minY = domain.minY();
      double maxY = domain.maxY();
      for (int i = 0; i < 2 * count; i += 2) {
        if (!(xy[i] >= minX && xy[i] <= maxX && xy[i + 1] >= minY && xy[i + 1] <= maxY)) {
          return false;
        }
      }
      return true;
    }

    void apply(double[] xy, int count) {
      double scaleX = 2 / domain.width();
      double scaleY = 2 / domain.height();
      double[] cx = a;
      double[] cy = b;
      for (int i = 0; i < 2 * count; i += 2) {
        double u = (xy[i] - domain.minX()) * scaleX - 1;
        double v = (xy[i + 1] - domain.minY()) * scaleY - 1;
        xy[i] = cubic(u, cubic(v, cx, 0), cubic(v, cx, 4), cubic(v, cx, 8), cubic(v, cx, 12));
        xy[i + 1] = cubic(u, cubic(v, cy, 0), cubic(v, cy, 4), cubic(v, cy, 8), cubic(v, cy, 12));
      }
    }

    private static double cubic(double t, double[] c, int at) {
      return cubic(t, c[at], c[at + 1], c[at + 2], c[at + 3]);
    }

    private static double cubic(double t, double c0, double c1, double c2, double c3) {
      return c0 + t * (c1 + t * (c2 + t * c3));
    }
  }
}
