package org.citygis.packed;

import org.citygis.geo.Box;

/**
 * A smooth change of coordinates over a box, as two bicubic polynomials through 4 by 4 Chebyshev
 * nodes.
 */
final class Bicubic {
  /** Changes {@code count} positions x, y, x, y … in place. */
  @FunctionalInterface
  interface Change {
    void apply(double[] xy, int count);
  }

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

  private final Box domain;
  private final Change exact;
  private final double[] a = new double[NODES * NODES];
  private final double[] b = new double[NODES * NODES];

  Bicubic(Box domain, Change exact) {
    this.domain = domain;
    this.exact = exact;
    double[] values = new double[2 * NODES * NODES];
    for (int i = 0; i < NODES * NODES; i++) {
      place(values, i, NODE[i / NODES], NODE[i % NODES]);
    }
    exact.apply(values, NODES * NODES);
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

  /** The largest distance from the exact way on a grid over the domain; NaN where that fails. */
  double worstError() {
    int steps = 8;
    int count = (steps + 1) * (steps + 1);
    double[] expected = new double[2 * count];
    for (int i = 0; i < count; i++) {
      place(expected, i, 2.0 * (i / (steps + 1)) / steps - 1, 2.0 * (i % (steps + 1)) / steps - 1);
    }
    double[] actual = expected.clone();
    exact.apply(expected, count);
    apply(actual, count);
    double worst = 0;
    for (int i = 0; i < 2 * count; i++) {
      worst = Math.max(worst, Math.abs(expected[i] - actual[i]));
    }
    return worst;
  }

  /** Whether all positions are in the domain, where the polynomials hold. */
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
