package org.citygis.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Bulk load by batches of INSERT. H2 commits a CREATE TABLE at once, so an unfinished load drops
 * its table again; no layer points to it before it is finished.
 */
final class BatchLoad implements FeatureLoad {
  private static final int BATCH = 1_000;
  private static final int COMMIT = 20_000;

  /**
   * H2 locks its whole catalogue while it builds an index, and lets nobody wait for longer than two
   * seconds to restart a numbering: loads end one after the other.
   */
  private static final ReentrantLock ENDING = new ReentrantLock();

  private final Connection connection;
  private final FeatureTable table;
  private final Dialect dialect;
  private final @Nullable Ewkb ewkb;
  private final PreparedStatement insert;
  private long rows;
  private long lastFid;
  private boolean finished;

  BatchLoad(Connection connection, FeatureTable table, Dialect dialect) throws SQLException {
    this.connection = connection;
    this.table = table;
    this.dialect = dialect;
    this.ewkb = table.geometry() == null ? null : new Ewkb(table.geometry());
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(Statements.createTable(table, dialect, "PRIMARY KEY"));
    }
    this.insert = connection.prepareStatement(Statements.insertWithFid(table, dialect));
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
      lastFid = Math.max(lastFid, fid);
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
  public long finish() {
    ENDING.lock();
    try {
      insert.executeBatch();
      connection.commit();
      Statements.completeLoad(connection, table, dialect, lastFid);
      connection.commit();
      finished = true;
      return rows;
    } catch (SQLException e) {
      throw Failures.of("finishing " + table.tableName(), e);
    } finally {
      ENDING.unlock();
    }
  }

  @Override
  public void close() {
    try (connection;
        insert) {
      if (!finished) {
        connection.rollback();
        try (Statement statement = connection.createStatement()) {
          statement.execute("DROP TABLE IF EXISTS " + table.sqlName());
        }
      }
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw Failures.of("closing the load of " + table.tableName(), e);
    }
  }
}
