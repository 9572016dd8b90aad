package org.citygis.storage;

import java.sql.SQLException;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.PlaneScale;
import org.citygis.geo.Proximity;
import org.citygis.geo.Ruler;
import org.citygis.geo.Vicinity;
import org.citygis.storage.ClosestRows.Maker;
import org.locationtech.jts.geom.Geometry;

/**
 * Measures rows that come in the order of the plane, offers those that are within a distance, and
 * remembers how far that order went.
 */
final class Frontier<T> implements FeatureRow.Reader {
  private final Ruler ruler;
  private final Geometry own;
  private final double most;
  private final ClosestRows<T> closest;
  private final Maker<T> maker;
  private int read;
  private long within;
  private double units;

  /**
   * @param own the ruler's reference in the rows' system
   * @param most metres, infinite for all
   */
  Frontier(Ruler ruler, Geometry own, double most, ClosestRows<T> closest, Maker<T> maker) {
    this.ruler = ruler;
    this.own = own;
    this.most = most;
    this.closest = closest;
    this.maker = maker;
  }

  @Override
  public boolean accept(FeatureRow row) throws SQLException {
    read++;
    Geometry shape = row.geometry();
    if (shape != null && !shape.isEmpty()) {
      units = own.distance(shape);
      Proximity proximity = ruler.to(shape);
      if (proximity.metres() <= most) {
        within++;
        closest.offer(row, proximity, maker);
      }
    }
    return true;
  }

  /** How many rows it was given. */
  int read() {
    return read;
  }

  /** How many of them are within the distance. */
  long within() {
    return within;
  }

  /** Whether every row behind the last one is farther than {@code metres}. */
  boolean isPast(double metres, LonLat centre, Crs crs) {
    if (metres == Double.POSITIVE_INFINITY) {
      return false;
    }
    double surely = metres + ruler.roundingMetres();
    PlaneScale scale = Vicinity.findScale(crs, centre, surely);
    return scale != null && units > surely * scale.most();
  }
}
