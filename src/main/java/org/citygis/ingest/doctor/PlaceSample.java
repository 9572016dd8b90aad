package org.citygis.ingest.doctor;

import java.util.Arrays;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Vertices of features spread evenly over a layer, one of each feature; always the same ones. */
final class PlaceSample {
  private static final int MOST = 2_000;

  private final Random random = new Random(20_261_125);
  private final double[] xy = new double[2 * MOST];
  private int count;
  private long seen;

  void take(Geometry geometry) {
    seen++;
    int at = count < MOST ? count : (int) (random.nextDouble() * seen);
    if (at < MOST) {
      Coordinate vertex = geometry.getCoordinate();
      xy[2 * at] = vertex.x;
      xy[2 * at + 1] = vertex.y;
      count = Math.max(count, at + 1);
    }
  }

  /** x, y, x, y … in the layer's coordinates. */
  double[] places() {
    return Arrays.copyOf(xy, 2 * count);
  }
}
