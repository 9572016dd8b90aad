package org.citygis.storage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.PlaneScale;
import org.citygis.geo.Ruler;
import org.citygis.geo.Vicinity;
import org.citygis.storage.ClosestRows.Close;
import org.citygis.storage.ClosestRows.Maker;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Counts the rows within a geodesic distance of a place and finds the closest of them. Where the
 * projection's scale is known, the plane decides for nearly all rows: what it draws nearer than the
 * distance at the smallest scale lies within, what it draws farther than at the largest does not,
 * and only the rows between are measured. Otherwise every row of a box is. Both are exact.
 */
public final class RowsAround {
  /** A rim as wide holds so few rows that the database sends their shapes with the count. */
  private static final double WIDEST_RIM_METRES = 100;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /**
   * @param total how many rows lie within the distance
   * @param closest the closest of them, closest first, of equally close ones the smaller fid first
   */
  public record Found<T>(long total, List<Close<T>> closest) {}

  private final FeatureStore store;
  private final FeatureTable table;
  private final FeatureQuery query;
  private final Crs crs;

  /**
   * @param table with shapes
   * @param query what rows must meet beside being near; its order and limit are not used
   */
  public RowsAround(FeatureStore store, FeatureTable table, FeatureQuery query) {
    this.store = store;
    this.table = table;
    this.query = query.order(List.of()).page(0, -1);
    this.crs = Objects.requireNonNull(table.geometry()).crs();
  }

  /**
   * @param count most rows to be found, at least 1; all are counted
   */
  public <T> Found<T> find(LonLat centre, double metres, int count, Maker<T> maker) {
    Ruler ruler = Ruler.at(centre, crs);
    Found<T> found = byPlane(ruler, centre, metres, count, maker);
    return found == null ? byLooking(centre, metres, count, maker) : found;
  }

  private <T> @Nullable Found<T> byPlane(
      Ruler ruler, LonLat centre, double metres, int count, Maker<T> maker) {
    Geometry own = ruler.referenceInOwnSystem();
    Disc disc = own == null ? null : disc(ruler, own.getCoordinate(), centre, metres);
    if (own == null || disc == null) {
      return null;
    }
    int most = NearestRows.withSpare(count);
    ClosestRows<T> closest = new ClosestRows<>(count);
    Frontier<T> frontier = new Frontier<>(ruler, own, metres, closest, maker);
    DiscCount held = store.readDisc(table, query.page(0, most), disc, frontier);
    if (held == null) {
      return null;
    }
    if (frontier.read() < most) {
      return new Found<>(frontier.within(), closest.closestFirst());
    }
    if (!frontier.isPast(closest.farthest(), centre, crs)) {
      closest.abandon(maker);
      return null;
    }
    long onRim = held.rim().stream().filter(shape -> ruler.to(shape).metres() <= metres).count();
    return new Found<>(held.inside() + onRim, closest.closestFirst());
  }

  /** Null where the plane says too little. */
  private @Nullable Disc disc(Ruler ruler, Coordinate own, LonLat centre, double metres) {
    double rounding = ruler.roundingMetres();
    PlaneScale scale =
        metres < Double.POSITIVE_INFINITY
            ? Vicinity.findScale(crs, centre, metres + rounding)
            : null;
    if (scale == null || metres * (scale.most() / scale.least() - 1) > WIDEST_RIM_METRES) {
      return null;
    }
    return new Disc(
        own, Math.max(0, (metres - rounding) * scale.least()), (metres + rounding) * scale.most());
  }

  /** Measures every candidate, then reads those that were found. */
  private <T> Found<T> byLooking(LonLat centre, double metres, int count, Maker<T> maker) {
    ClosestRows<Long> closest = new ClosestRows<>(count);
    AtomicLong total = new AtomicLong();
    new NearestRows(store, table, query.fields(List.of()))
        .within(
            SHAPES.createPoint(new Coordinate(centre.lon(), centre.lat())),
            metres,
            (row, proximity) -> {
              total.incrementAndGet();
              closest.offer(row, proximity, FeatureRow::fid);
              return true;
            });
    List<Close<Long>> all = closest.closestFirst();
    Map<Long, T> made = new HashMap<>();
    new RowsByFid(store, table, query)
        .read(
            all.stream().map(Close::fid).toList(),
            row -> {
              T value = maker.make(row);
              if (value != null) {
                made.put(row.fid(), value);
              }
              return true;
            });
    // A row that was deleted since is left out.
    return new Found<>(
        total.get(),
        all.stream()
            .filter(close -> made.containsKey(close.fid()))
            .map(
                close ->
                    new Close<>(
                        Objects.requireNonNull(made.get(close.fid())),
                        close.fid(),
                        close.rank(),
                        close.proximity()))
            .toList());
  }
}
