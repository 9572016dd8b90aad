package org.citygis.geo;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;

/** Changes every position of a geometry in place; fit for a lambda. */
@FunctionalInterface
public interface PositionEdit extends CoordinateSequenceFilter {

  /** Exchanges x and y. */
  PositionEdit SWAP =
      (positions, i) -> {
        double first = positions.getX(i);
        positions.setOrdinate(i, CoordinateSequence.X, positions.getY(i));
        positions.setOrdinate(i, CoordinateSequence.Y, first);
      };

  @Override
  default boolean isDone() {
    return false;
  }

  @Override
  default boolean isGeometryChanged() {
    return true;
  }
}
