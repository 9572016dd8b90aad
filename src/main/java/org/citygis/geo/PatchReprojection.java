package org.citygis.geo;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.citygis.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Carries many coordinates fast, for answers that print them. A map projection is smooth: over a
 * patch of some kilometres a bicubic polynomial in Chebyshev form tells it to a few micrometres, in
 * a tenth of the time. Each patch is checked against {@link Reprojection} when it is made; where
 * the polynomial is off by more than {@link #DEGREES} or {@link #METRES}, every position of the
 * patch goes the exact way. The same position always gives the same result. Thread-safe.
 */
public final class PatchReprojection {
  /** Largest deviation of a geographic result: a hundredth of a millimetre. */
  static final double DEGREES = 1e-10;

  /** Largest deviation of a projected result: a hundredth of a millimetre. */
  static final double METRES = 1e-5;

  private static final double PATCH_METRES = 8192;
  private static final double PATCH_DEGREES = 1.0 / 16;
  private static final double FARTHEST = 1e8;
  private static final int NODES = 4;

  /** Patches are kept for a window of this many in each direction. */
  private static final int WINDOW = 256;

  private record Pair(Crs from, Crs to) {}

  private static final ConcurrentHashMap<Pair, PatchReprojection> KNOWN = new ConcurrentHashMap<>();

  private final Reprojection exact;
  private final double size;
  private final double tolerance;
  private final AtomicReferenceArray<@Nullable Patch> patches =
      new AtomicReferenceArray<>(WINDOW * WINDOW);

  private PatchReprojection(Crs from, Crs to) {
    this.exact = Reprojection.between(from, to);
    this.size = from.isGeographic() ? PATCH_DEGREES : PATCH_METRES;
    this.tolerance = to.isGeographic() ? DEGREES : METRES;
  }

  public static PatchReprojection between(Crs from, Crs to) {
    return KNOWN.computeIfAbsent(
        new Pair(from, to), pair -> new PatchReprojection(pair.from, pair.to));
  }

  /**
   * Transforms {@code count} positions in place; x is easting or longitude on both sides.
   *
   * @param xy x, y, x, y …
   */
  public void apply(double[] xy, int count) {
    if (exact.isIdentity()) {
      return;
    }
    Patch patch = null;
    for (int i = 0; i < 2 * count; i += 2) {
      double column = Math.floor(xy[i] / size);
      double row = Math.floor(xy[i + 1] / size);
      if (patch == null || patch.column != column || patch.row != row) {
        patch = patch(column, row);
      }
      if (patch.isSmooth()) {
        patch.apply(xy, i);
      } else {
        exactly(xy, i);
      }
    }
  }

  private void exactly(double[] xy, int index) {
    double[] position = {xy[index], xy[index + 1]};
    exact.apply(position, 1);
    xy[index] = position[0];
    xy[index + 1] = position[1];
  }

  private Patch patch(double column, double row) {
    int slot = Math.floorMod((long) row, WINDOW) * WINDOW + Math.floorMod((long) column, WINDOW);
    Patch known = patches.get(slot);
    if (known != null && known.column == column && known.row == row) {
      return known;
    }
    Patch made = new Patch(column, row, size);
    // What no map has, as a garbled file may, is left to the exact way altogether.
    if (Math.abs(made.centreX) < FARTHEST && Math.abs(made.centreY) < FARTHEST) {
      made.fit(exact, tolerance);
      patches.set(slot, made);
    }
    return made;
  }

  /** A square of the source's plane; without coefficients where no polynomial serves. */
  private static final class Patch {
    private final double column;
    private final double row;
    private final double centreX;
    private final double centreY;
    private final double half;
    private final double[] x = new double[NODES * NODES];
    private final double[] y = new double[NODES * NODES];
    private boolean smooth;

    Patch(double column, double row, double size) {
      this.column = column;
      this.row = row;
      this.half = size / 2;
      this.centreX = column * size + half;
      this.centreY = row * size + half;
    }

    boolean isSmooth() {
      return smooth;
    }

    /** Makes the interpolation through the Chebyshev nodes, and tries it between them. */
    void fit(Reprojection exact, double tolerance) {
      try {
        double[] nodes = grid(NODES, i -> Math.cos(Math.PI * (i + 0.5) / NODES));
        exact.apply(nodes, NODES * NODES);
        for (int i = 0; i < NODES; i++) {
          for (int j = 0; j < NODES; j++) {
            addTerm(i, j, nodes);
          }
        }
        int between = NODES + 1;
        double[] tried = grid(between, i -> -1 + 2.0 * i / (between - 1));
        double[] right = tried.clone();
        exact.apply(right, between * between);
        smooth = true;
        for (int i = 0; i < tried.length; i += 2) {
          apply(tried, i);
          smooth &=
              Math.abs(tried[i] - right[i]) <= tolerance
                  && Math.abs(tried[i + 1] - right[i + 1]) <= tolerance;
        }
      } catch (Problem.Invalid partlyOutside) {
        smooth = false;
      }
    }

    private interface Spacing {
      double at(int index);
    }

    private double[] grid(int count, Spacing spacing) {
      double[] xy = new double[2 * count * count];
      for (int i = 0; i < count; i++) {
        for (int j = 0; j < count; j++) {
          xy[2 * (i * count + j)] = centreX + half * spacing.at(i);
          xy[2 * (i * count + j) + 1] = centreY + half * spacing.at(j);
        }
      }
      return xy;
    }

    /** The coefficient of T_i(x) T_j(y): a discrete cosine transform of the values at the nodes. */
    private void addTerm(int i, int j, double[] nodes) {
      double factor = (i == 0 ? 1.0 : 2.0) * (j == 0 ? 1.0 : 2.0) / (NODES * NODES);
      for (int k = 0; k < NODES; k++) {
        double cosine = factor * Math.cos(Math.PI * i * (k + 0.5) / NODES);
        for (int l = 0; l < NODES; l++) {
          double weight = cosine * Math.cos(Math.PI * j * (l + 0.5) / NODES);
          x[i * NODES + j] += weight * nodes[2 * (k * NODES + l)];
          y[i * NODES + j] += weight * nodes[2 * (k * NODES + l) + 1];
        }
      }
    }

    void apply(double[] xy, int index) {
      double u = (xy[index] - centreX) / half;
      double v = (xy[index + 1] - centreY) / half;
      double u2 = 2 * u * u - 1;
      double u3 = (2 * u2 - 1) * u;
      double v2 = 2 * v * v - 1;
      double v3 = (2 * v2 - 1) * v;
      xy[index] = sum(x, u, u2, u3, v, v2, v3);
      xy[index + 1] = sum(y, u, u2, u3, v, v2, v3);
    }

    private static double sum(
        double[] c, double u, double u2, double u3, double v, double v2, double v3) {
      return c[0]
          + (c[1] * v + c[2] * v2 + c[3] * v3)
          + u * (c[4] + c[5] * v + c[6] * v2 + c[7] * v3)
          + u2 * (c[8] + c[9] * v + c[10] * v2 + c[11] * v3)
          + u3 * (c[12] + c[13] * v + c[14] * v2 + c[15] * v3);
    }
  }
}
