package org.citygis.ingest.geometry;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** Keeps from later steps what they cannot work with: the empty and the not finite. */
public final class Soundness {
  private Soundness() {}

  /** The geometry itself; null where it is empty. */
  public static @Nullable Geometry of(Geometry geometry) throws BadGeometry {
    if (geometry.isEmpty()) {
      return null;
    }
    NotFinite filter = new NotFinite();
    geometry.apply(filter);
    if (filter.found) {
      throw new BadGeometry("a coordinate is not finite");
    }
    return geometry;
  }

  private static final class NotFinite implements CoordinateSequenceFilter {
    private boolean found;

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      found = !Double.isFinite(sequence.getX(i)) || !Double.isFinite(sequence.getY(i));
    }

    @Override
    public boolean isDone() {
      return found;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }
}
