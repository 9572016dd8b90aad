package org.citygis.features.edit;

import java.util.HashMap;
import java.util.Map;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Gives vertices that were not moved the very coordinates that they were surveyed with. A client
 * gets them transformed and rounded; taken from there they would creep by millimetres with every
 * edit, and areas with them.
 */
final class KeptVertices {
  private record Key(long x, long y) {}

  private final double scale;
  private final Map<Key, Coordinate> surveyed = new HashMap<>();

  /**
   * @param stored the shape as it is, null where there is none
   * @param system of the stored shape
   * @param wire the system that the client writes in
   */
  KeptVertices(@Nullable Geometry stored, Crs system, Crs wire) {
    // As many digits as positions are written with.
    scale = wire.isGeographic() ? 1e7 : 1e3;
    if (stored == null || stored.isEmpty()) {
      return;
    }
    Coordinate[] own = stored.getCoordinates();
    Coordinate[] sent = Reprojection.between(system, wire).apply(stored).getCoordinates();
    for (int i = 0; i < own.length; i++) {
      surveyed.putIfAbsent(key(sent[i]), own[i]);
    }
  }

  /**
   * Puts the surveyed coordinates into the shape, in place.
   *
   * @param sent the same shape as the client wrote it, x easting or longitude
   */
  void restore(Geometry shape, Geometry sent) {
    if (surveyed.isEmpty()) {
      return;
    }
    Coordinate[] written = sent.getCoordinates();
    shape.apply(
        new CoordinateSequenceFilter() {
          private int next;

          @Override
          public void filter(CoordinateSequence positions, int i) {
            Coordinate own = surveyed.get(key(written[next++]));
            if (own != null) {
              positions.setOrdinate(i, CoordinateSequence.X, own.x);
              positions.setOrdinate(i, CoordinateSequence.Y, own.y);
            }
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
  }

  private Key key(Coordinate at) {
    return new Key(Math.round(at.x * scale), Math.round(at.y * scale));
  }
}
