package org.citygis.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.Proximity;
import org.citygis.geo.Ruler;
import org.citygis.geo.Vicinity;
import org.citygis.storage.ClosestRows.Close;
import org.citygis.storage.ClosestRows.Maker;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds rows by their geodesic distance to the nearest point of their shape. The database finds
 * candidates in the plane of the table's system, the geodesic decides, and bounds of the projection
 * make sure that no row is missed: answers are exact and the same on both databases.
 */
public final class NearestRows {
  private static final double FIRST_METRES = 250;
  private static final double LAST_METRES = 1_000_000;

  /** Read beside the wanted rows, as the plane's order is not quite the geodesic's. */
  private static final int SPARE_ROWS = 3;

  private static final double SPARE_SHARE = 0.1;

  /** Takes the row under the cursor and how near it is. */
  @FunctionalInterface
  public interface Visitor {
    /** Whether to go on. */
    boolean accept(FeatureRow row, Proximity proximity) throws SQLException;
  }

  private final FeatureStore store;
  private final FeatureTable table;
  private final FeatureQuery query;
  private final Crs crs;

  /**
   * @param table with shapes
   * @param query what rows must meet beside being near; its order and limit are not used
   */
  public NearestRows(FeatureStore store, FeatureTable table, FeatureQuery query) {
    this.store = store;
    this.table = table;
    this.query = query.order(List.of()).page(0, -1);
    this.crs = Objects.requireNonNull(table.geometry()).crs();
  }

  /**
   * Tells of every row within a distance of a shape, in no particular order.
   *
   * @param from in longitude and latitude, not empty
   * @param metres may be infinite, for every row with a shape
   */
  public void within(Geometry from, double metres, Visitor visitor) {
    Box around = Box.of(from.getEnvelopeInternal());
    within(new Ruler(from, crs), Vicinity.findBox(around, metres, crs), metres, visitor);
  }

  private void within(Ruler ruler, @Nullable Box box, double metres, Visitor visitor) {
    FeatureQuery candidates = query;
    if (box != null) {
      Envelope both = box.envelope();
      if (query.box() != null) {
        both = both.intersection(query.box().envelope());
      }
      if (both.isNull()) {
        return;
      }
      candidates = query.box(Box.of(both));
    }
    store.read(
        table,
        candidates,
        row -> {
          Geometry shape = row.geometry();
          if (shape == null || shape.isEmpty()) {
            return true;
          }
          Proximity proximity = ruler.to(shape);
          return !(proximity.metres() <= metres) || visitor.accept(row, proximity);
        });
  }

  /** At most {@code count} rows, nearest first, of equally near ones the smaller fid first. */
  public <T> List<Close<T>> find(LonLat centre, int count, Maker<T> maker) {
    Ruler ruler = Ruler.at(centre, crs);
    Geometry own = ruler.referenceInOwnSystem();
    ClosestRows<T> indexed = own == null ? null : findByIndex(ruler, own, centre, count, maker);
    return (indexed == null ? byGrowingBoxes(ruler, centre, count, maker) : indexed).closestFirst();
  }

  /**
   * By the order of the database's index in the plane. Rows that it did not give are farther in the
   * plane than the last that it did; where the projection's scale does not make that farther than
   * what was found, everything within the distance found is looked at.
   *
   * @return null where the database has no such index
   */
  private <T> @Nullable ClosestRows<T> findByIndex(
      Ruler ruler, Geometry own, LonLat centre, int count, Maker<T> maker) {
    for (int most = withSpare(count); ; most = 8 * most) {
      ClosestRows<T> closest = new ClosestRows<>(count);
      Frontier<T> frontier = new Frontier<>(ruler, own, Double.POSITIVE_INFINITY, closest, maker);
      if (!store.readNearestFirst(table, query.page(0, most), own.getCoordinate(), frontier)) {
        return null;
      }
      if (frontier.read() < most || frontier.isPast(closest.farthest(), centre, crs)) {
        return closest;
      }
      if (closest.isFull()) {
        double metres = closest.farthest();
        closest.abandon(maker);
        ClosestRows<T> all = new ClosestRows<>(count);
        within(ruler, Vicinity.findBox(boxOf(centre), metres, crs), metres, offering(all, maker));
        return all;
      }
      closest.abandon(maker);
    }
  }

  /** How many rows are read in the plane's order to have so many in the geodesic's. */
  static int withSpare(int count) {
    return SPARE_ROWS + (int) (count * (1 + SPARE_SHARE));
  }

  private <T> ClosestRows<T> byGrowingBoxes(Ruler ruler, LonLat centre, int count, Maker<T> maker) {
    double metres = FIRST_METRES;
    while (metres <= LAST_METRES) {
      Box box = Vicinity.findBox(boxOf(centre), metres, crs);
      if (box == null) {
        break;
      }
      ClosestRows<T> closest = new ClosestRows<>(count);
      within(ruler, box, metres, offering(closest, maker));
      if (closest.isFull()) {
        return closest;
      }
      // As large as the density so far asks for, and a little more.
      double wanted = closest.size() == 0 ? 4 : 1.3 * Math.sqrt((double) count / closest.size());
      metres *= Math.clamp(wanted, 1.5, 4);
      closest.abandon(maker);
    }
    ClosestRows<T> all = new ClosestRows<>(count);
    within(ruler, null, Double.POSITIVE_INFINITY, offering(all, maker));
    return all;
  }

  private static <T> Visitor offering(ClosestRows<T> closest, Maker<T> maker) {
    return (row, proximity) -> {
      closest.offer(row, proximity, maker);
      return true;
    };
  }

  private static Box boxOf(LonLat place) {
    return new Box(place.lon(), place.lat(), place.lon(), place.lat());
  }
}
