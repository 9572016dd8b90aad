package org.citygis.ingest;

import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.locationtech.jts.geom.Geometry;

/**
 * Carries shapes of a file, as it was checked, to where they belong.
 *
 * @param from reference system of the file
 * @param to that of the table
 */
record Relocation(Crs from, Crs to) {

  boolean isIdentity() {
    return from.equals(to);
  }

  /** Throws Problem.Invalid for a place that the reference systems cannot express. */
  Geometry apply(Geometry shape) {
    if (isIdentity()) {
      shape.setSRID(to.srid());
      return shape;
    }
    return Reprojection.between(from, to).apply(shape);
  }
}
