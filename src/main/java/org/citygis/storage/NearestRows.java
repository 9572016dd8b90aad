package org.citygis.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * Finds the rows nearest to a position, by geodesic distance. Asks for boxes that double until
 * enough rows are certain to be the nearest, so that a large table is not read as a whole; beyond
 * the last box the whole table is, so that the answer is exact wherever the position lies.
 */
public final class NearestRows {
  private static final double FIRST_METRES = 1_000;
  private static final double LAST_METRES = 64_000;

  /** Something made of a row, and how far it is. */
  public record Near<T>(T value, LonLat place, double metres) {}

  /** Makes something of the row under the cursor, or null to pass it over. */
  @FunctionalInterface
  public interface Maker<T> {
    @Nullable T make(FeatureRow row) throws SQLException;
  }

  private final FeatureStore store;
  private final FeatureTable table;
  private final FeatureQuery query;
  private final Crs crs;

  /**
   * @param table with shapes; of a line or polygon a point inside counts
   * @param query what rows must meet beside being near; its box, order and limit are not used
   */
  public NearestRows(FeatureStore store, FeatureTable table, FeatureQuery query) {
    this.store = store;
    this.table = table;
    this.query = query.order(List.of()).page(0, -1);
    this.crs = Objects.requireNonNull(table.geometry()).crs();
  }

  /** At most {@code count} rows, nearest first. */
  public <T> List<Near<T>> find(LonLat centre, int count, Maker<T> maker) {
    for (double metres = FIRST_METRES; metres <= LAST_METRES; metres *= 2) {
      Box box = findBox(centre, metres);
      if (box == null) {
        break;
      }
      double certain = metres;
      List<Near<T>> near =
          read(query.box(box), centre, maker).stream().filter(n -> n.metres <= certain).toList();
      if (near.size() >= count) {
        return near.subList(0, count);
      }
    }
    List<Near<T>> all = read(query.box(null), centre, maker);
    return all.subList(0, Math.min(count, all.size()));
  }

  private @Nullable Box findBox(LonLat centre, double metres) {
    try {
      return Reprojection.between(Crs.CRS84, crs).apply(Geodesic.boxAround(centre, metres));
    } catch (Problem.Invalid outsideOfTheReferenceSystem) {
      return null;
    }
  }

  private <T> List<Near<T>> read(FeatureQuery boxed, LonLat centre, Maker<T> maker) {
    Reprojection toLonLat = Reprojection.between(crs, Crs.CRS84);
    List<Near<T>> found = new ArrayList<>();
    store.read(
        table,
        boxed,
        row -> {
          Geometry shape = row.geometry();
          if (shape == null || shape.isEmpty()) {
            return true;
          }
          T value = maker.make(row);
          if (value != null) {
            Point point = shape instanceof Point p ? p : shape.getInteriorPoint();
            Coordinate at = toLonLat.apply(point.getX(), point.getY());
            LonLat place = new LonLat(at.x, at.y);
            found.add(new Near<>(value, place, Geodesic.distanceMetres(centre, place)));
          }
          return true;
        });
    found.sort(Comparator.comparingDouble(Near::metres));
    return found;
  }
}
