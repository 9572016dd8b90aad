package org.citygis.format;

import org.citygis.geo.Crs;
import org.citygis.geo.PatchReprojection;
import org.citygis.geo.PositionEdit;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * Carries positions from a layer's system into the file's, x easting or longitude on both sides; z
 * and m stay as they are. Holds scratch space: one per file.
 */
public final class Passage {
  private final Reprojection reprojection;
  private final Carrier carrier;
  private final TargetSystem to;
  private double[] scratch = new double[512];

  public Passage(Crs from, TargetSystem to) {
    this(from, to, Reprojection.between(from, to.crs())::apply);
  }

  private Passage(Crs from, TargetSystem to, Carrier carrier) {
    this.reprojection = Reprojection.between(from, to.crs());
    this.carrier = carrier;
    this.to = to;
  }

  /** For positions that are printed: faster, and exact to more digits than are printed. */
  static Passage forPrint(Crs from, TargetSystem to) {
    return new Passage(from, to, PatchReprojection.between(from, to.crs())::apply);
  }

  private interface Carrier {
    void apply(double[] xy, int count);
  }

  /**
   * Carries positions in place.
   *
   * @throws Problem.Invalid where the system cannot express one
   */
  public void apply(double[] xy, int count) {
    carrier.apply(xy, count);
    if (to.shift() != null) {
      to.shift().apply(xy, count);
    }
    for (int i = 0; i < 2 * count; i++) {
      if (!Double.isFinite(xy[i])) {
        throw new Problem.Invalid(
            Text.of(
                "坐标超出 %s 的适用范围。".formatted(to.code()),
                "A coordinate is outside the area that %s can express.".formatted(to.code())));
      }
    }
  }

  /** Carries the geometry itself, not a copy. */
  Geometry carry(Geometry geometry) {
    if (!isIdentity()) {
      geometry.apply(new Sequences());
    }
    return geometry;
  }

  private boolean isIdentity() {
    return reprojection.isIdentity() && to.shift() == null;
  }

  /** Takes each sequence as a whole: one call of the transformation for all its positions. */
  private final class Sequences implements PositionEdit {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      if (i > 0) {
        return;
      }
      int count = sequence.size();
      if (scratch.length < 2 * count) {
        scratch = new double[2 * count];
      }
      for (int k = 0; k < count; k++) {
        scratch[2 * k] = sequence.getX(k);
        scratch[2 * k + 1] = sequence.getY(k);
      }
      apply(scratch, count);
      for (int k = 0; k < count; k++) {
        sequence.setOrdinate(k, CoordinateSequence.X, scratch[2 * k]);
        sequence.setOrdinate(k, CoordinateSequence.Y, scratch[2 * k + 1]);
      }
    }
  }
}
