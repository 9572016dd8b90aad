package org.citygis.ingest;

import org.citygis.geo.Crs;
import org.citygis.geo.MapShift;
import org.citygis.geo.Reprojection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Carries shapes of a file to where they belong.
 *
 * @param from reference system of the file
 * @param to that of the table
 * @param shift what a map service did to the file's coordinates, null where nothing
 */
record Relocation(Crs from, Crs to, @Nullable MapShift shift) {

  boolean isIdentity() {
    return shift == null && from.equals(to);
  }

  /** Throws Problem.Invalid for a place that the reference systems cannot express. */
  Geometry apply(Geometry shape) {
    if (isIdentity()) {
      shape.setSRID(to.srid());
      return shape;
    }
    if (shift == null) {
      return Reprojection.between(from, to).apply(shape);
    }
    Geometry lonLat = Reprojection.between(from, Crs.CRS84).apply(shape);
    return Reprojection.between(Crs.CRS84, to).apply(shift.remove(lonLat));
  }
}
