package org.citygis.features.edit;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Compares shapes as they are stored, where one part and a collection of one part are the same. */
final class SameShape {
  private SameShape() {}

  static boolean of(@Nullable Geometry stored, Geometry given) {
    if (stored == null || stored.getNumGeometries() != given.getNumGeometries()) {
      return false;
    }
    for (int i = 0; i < given.getNumGeometries(); i++) {
      if (!stored.getGeometryN(i).equalsExact(given.getGeometryN(i))) {
        return false;
      }
    }
    return true;
  }
}
