package org.citygis.storage;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** The row under the cursor of a running query; valid only inside the callback. */
public interface FeatureRow {
  long fid() throws SQLException;

  /**
   * The shape as (E)WKB in the table's own reference system, either byte order, x first; null when
   * the row has none or the query did not ask for it.
   */
  byte @Nullable [] wkb() throws SQLException;

  /** The same, decoded. */
  @Nullable Geometry geometry() throws SQLException;

  /**
   * The value of the query's {@code index}-th field, of the class that {@link ColumnType#binding()}
   * says.
   */
  @Nullable Object value(int index) throws SQLException;

  /**
   * The value of a field of type TEXT in UTF-8, as the database sent it: for a writer that would
   * only encode it again.
   */
  default byte @Nullable [] utf8(int index) throws SQLException {
    Object value = value(index);
    return value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Takes the rows of a query one by one. */
  @FunctionalInterface
  interface Reader {
    /** Whether to go on; false ends the query. */
    boolean accept(FeatureRow row) throws SQLException;
  }
}
