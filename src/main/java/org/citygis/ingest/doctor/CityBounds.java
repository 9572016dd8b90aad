package org.citygis.ingest.doctor;

import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.ingest.source.Defect;
import org.citygis.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Which features lie outside the city. A layer that lies outside as a whole, or begins with a
 * thousand features that do, is told of once and not row by row.
 */
final class CityBounds {
  private static final double AROUND_DEGREES = 0.2;
  private static final int PATIENCE = 1_000;

  private final @Nullable Envelope bounds;
  private final long[] waitingRows = new long[PATIENCE];
  private final Coordinate[] waitingPlaces = new Coordinate[PATIENCE];
  private final Faults faults;
  private boolean inside;
  private boolean silent;
  private long outside;
  private long looked;

  /**
   * @param crs of the features
   * @param city in degrees; null where it is not known
   */
  CityBounds(@Nullable Crs crs, @Nullable Box city, Faults faults) {
    this.faults = faults;
    this.bounds = crs == null || city == null ? null : bounds(crs, city);
  }

  private static @Nullable Envelope bounds(Crs crs, Box city) {
    try {
      return Reprojection.between(Crs.CRS84, crs).apply(city.buffer(AROUND_DEGREES)).envelope();
    } catch (Problem.Invalid cannotExpressTheCity) {
      return null;
    }
  }

  void take(long row, Envelope envelope) {
    if (bounds == null) {
      return;
    }
    looked++;
    if (bounds.intersects(envelope)) {
      if (!inside) {
        inside = true;
        tellWaiting();
      }
      return;
    }
    outside++;
    if (inside && !silent) {
      faults.add(row, envelope.centre(), Defect.GEOMETRY_OUTSIDE_CITY);
    } else if (outside <= PATIENCE) {
      waitingRows[(int) outside - 1] = row;
      waitingPlaces[(int) outside - 1] = envelope.centre();
    }
  }

  private void tellWaiting() {
    if (outside > PATIENCE) {
      silent = true;
      return;
    }
    for (int i = 0; i < outside; i++) {
      faults.add(waitingRows[i], waitingPlaces[i], Defect.GEOMETRY_OUTSIDE_CITY);
    }
  }

  void finish() {
    if (outside > 0 && (!inside || silent)) {
      faults.add(0, null, Defect.LAYER_OUTSIDE_CITY, outside, looked);
    }
  }

  long outside() {
    return outside;
  }
}
