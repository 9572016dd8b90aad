package org.citygis.storage;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes many rows into one table. */
interface RowWriter extends AutoCloseable {

  void add(long fid, @Nullable Geometry geometry, List<? extends @Nullable Object> values);

  /** Writes what is pending. */
  void end() throws SQLException;

  /** Gives up what was not ended. */
  @Override
  void close() throws SQLException;
}
