package org.citygis.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The bulk load of one new feature table. Closing it before {@link #finish()} leaves nothing
 * behind.
 */
public interface FeatureLoad extends AutoCloseable {

  /**
   * Adds a row.
   *
   * @param fid unique in the table, above 0
   * @param geometry in the table's reference system, x easting or longitude; a single line or
   *     polygon is promoted
   * @param values one per column, in the table's order, of the column's binding class
   */
  void add(long fid, @Nullable Geometry geometry, List<? extends @Nullable Object> values);

  /** Writes what is pending, builds the indexes, and returns how many rows the table has. */
  long finish();

  @Override
  void close();
}
