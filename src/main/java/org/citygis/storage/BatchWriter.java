package org.citygis.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Writes rows by batches of INSERT, and commits them from time to time. */
final class BatchWriter implements RowWriter {
  private static final int BATCH = 1_000;
  private static final int COMMIT = 20_000;

  private final Connection connection;
  private final FeatureTable table;
  private final @Nullable Ewkb ewkb;
  private final PreparedStatement insert;
  private long rows;

  BatchWriter(Connection connection, String into, FeatureTable table, Dialect dialect)
      throws SQLException {
    this.connection = connection;
    this.table = table;
    this.ewkb = table.geometry() == null ? null : new Ewkb(table.geometry());
    this.insert = connection.prepareStatement(Statements.insertWithFid(into, table, dialect));
  }

  @Override
  public void add(long fid, @Nullable Geometry geometry, List<? extends @Nullable Object> values) {
    try {
      int index = 1;
      insert.setLong(index++, fid);
      if (ewkb != null) {
        insert.setBytes(index++, geometry == null ? null : ewkb.forColumn(geometry));
      }
      for (int i = 0; i < values.size(); i++) {
        Statements.bind(insert, index++, table.columns().get(i).type(), values.get(i));
      }
      insert.addBatch();
      rows++;
      if (rows % BATCH == 0) {
        insert.executeBatch();
      }
      if (rows % COMMIT == 0) {
        connection.commit();
      }
    } catch (SQLException e) {
      throw Failures.of("loading " + table.tableName(), e);
    }
  }

  @Override
  public void end() throws SQLException {
    insert.executeBatch();
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
