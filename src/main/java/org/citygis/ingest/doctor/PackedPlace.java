package org.citygis.ingest.doctor;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Keeps places in 64 bits each, as distances from the first one: good to a centimetre across a
 * city.
 */
final class PackedPlace {
  private static final long NOWHERE = 0x7FC00000_7FC00000L;

  private double fromX = Double.NaN;
  private double fromY = Double.NaN;

  /**
   * @param x NaN for nowhere
   */
  long pack(double x, double y) {
    if (Double.isNaN(x)) {
      return NOWHERE;
    }
    if (Double.isNaN(fromX)) {
      fromX = x;
      fromY = y;
    }
    long high = Float.floatToIntBits((float) (x - fromX));
    long low = Float.floatToIntBits((float) (y - fromY));
    return high << 32 | low & 0xFFFFFFFFL;
  }

  @Nullable Coordinate unpack(long packed) {
    if (packed == NOWHERE) {
      return null;
    }
    double dx = Float.intBitsToFloat((int) (packed >>> 32));
    double dy = Float.intBitsToFloat((int) packed);
    return new Coordinate(fromX + dx, fromY + dy);
  }
}
