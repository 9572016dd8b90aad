package org.citygis.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.citygis.geo.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A load over one connection. In PostGIS all of it, from CREATE TABLE to the record of the version,
 * is one transaction: an unfinished load never existed. H2 commits at each statement that defines
 * something, so an unfinished load drops its tables again; nothing points to them before.
 */
final class TableLoad implements FeatureLoad {
  /**
   * H2 locks its whole catalogue while it builds an index, and lets nobody wait for longer than two
   * seconds to restart a numbering: loads end one after the other.
   */
  private static final ReentrantLock ENDING = new ReentrantLock();

  private final ReentrantLock defining;
  private final Connection connection;
  private final FeatureTable table;
  private final Takeover takeover;
  private final Dialect dialect;
  private final int timeout;
  private final String rowsName;
  private final String rowsTable;
  private final RowWriter writer;
  private final Envelope extent = new Envelope();
  private long added;
  private long lastAdded;
  private long rows;
  private boolean ended;
  private boolean joined;
  private @Nullable Difference difference;
  private boolean finished;

  TableLoad(Connection connection, FeatureTable table, Takeover takeover, Dialect dialect)
      throws SQLException {
    this.defining = lock(dialect);
    this.connection = connection;
    this.table = table;
    this.takeover = takeover;
    this.dialect = dialect;
    // No layer can have this name, nor can another version.
    this.rowsTable = takeover.isJoined() ? table.tableName() + "~rows" : table.tableName();
    this.rowsName = Sql.inLayers(rowsTable);
    this.timeout = connection.getNetworkTimeout();
    connection.setAutoCommit(false);
    // An index of a large table takes longer than any answer to a user may.
    connection.setNetworkTimeout(Runnable::run, 0);
    String fid = dialect.fidConstraint();
    if (takeover.isJoined()) {
      execute(Statements.createTable(dialect.createPassing(), rowsName, table, dialect, fid));
    }
    execute(Statements.createTable("CREATE TABLE", table.sqlName(), table, dialect, fid));
    this.writer = dialect.writer(connection, rowsName, table);
  }

  /** What has to be held while tables or indexes are defined. */
  static ReentrantLock lock(Dialect dialect) {
    return dialect.isShared() ? new ReentrantLock() : ENDING;
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public FeatureTable table() {
    return table;
  }

  @Override
  public void add(long fid, @Nullable Geometry geometry, List<? extends @Nullable Object> values) {
    writer.add(fid, geometry, values);
    added++;
    lastAdded = Math.max(lastAdded, fid);
    if (geometry != null) {
      Envelope own = geometry.getEnvelopeInternal();
      // An envelope of NaN would never grow again.
      if (own.getMinX() <= own.getMaxX() && own.getMinY() <= own.getMaxY()) {
        extent.expandToInclude(own);
      }
    }
  }

  private void endRows() throws SQLException {
    if (!ended) {
      writer.end();
      rows = added;
      ended = true;
    }
  }

  @Override
  public long checkKeys(boolean remove, FeatureRow.Reader reader) {
    String key = Objects.requireNonNull(takeover.key(), "a load without key");
    FeatureTable before = takeover.before();
    boolean appends = takeover.mode() == Takeover.Mode.APPEND && before != null;
    try {
      endRows();
      prepareJoin(key);
      long faulty =
          new KeyCheck(connection, key)
              .faulty(
                  rowsName,
                  table.columns(),
                  appends && before != null ? before.sqlName() : null,
                  remove,
                  reader);
      rows -= remove ? faulty : 0;
      return faulty;
    } catch (SQLException e) {
      throw Failures.of("checking the keys of " + table.tableName(), e);
    }
  }

  private void prepareJoin(String key) throws SQLException {
    defining.lock();
    try {
      for (String sql : dialect.beforeJoin(rowsTable, key)) {
        execute(sql);
      }
      FeatureTable before = takeover.before();
      if (before != null && before.findColumn(key).isPresent()) {
        for (String sql : dialect.beforeJoin(before.tableName(), key)) {
          execute(sql);
        }
      }
    } finally {
      defining.unlock();
    }
  }

  @Override
  public @Nullable Difference join() {
    if (joined) {
      return difference;
    }
    try {
      endRows();
      FeatureTable before = takeover.before();
      if (before == null) {
        difference = Difference.inserted(rows);
      } else {
        if (takeover.key() != null) {
          prepareJoin(takeover.key());
        }
        RowJoin join = new RowJoin(connection, table, rowsName, rows, takeover, before, dialect);
        difference = join.difference();
        rows = join.run();
      }
      joined = true;
      return difference;
    } catch (SQLException e) {
      throw Failures.of("joining the rows of " + table.tableName(), e);
    }
  }

  @Override
  public long finish(Ending ending) {
    join();
    defining.lock();
    try {
      if (takeover.isJoined()) {
        execute("DROP TABLE " + rowsName);
      }
      Statements.completeLoad(connection, table, dialect, lastFid());
      ending.run(new Completed(findExtent()));
      connection.commit();
      finished = true;
      return rows;
    } catch (SQLException e) {
      throw Failures.of("finishing " + table.tableName(), e);
    } finally {
      defining.unlock();
    }
  }

  private boolean takesOver() {
    return takeover.before() != null && takeover.mode() != Takeover.Mode.REPLACE;
  }

  private long lastFid() throws SQLException {
    if (!takesOver()) {
      return lastAdded;
    }
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT MAX(\"fid\") FROM " + table.sqlName())) {
      result.next();
      return result.getLong(1);
    }
  }

  /** The added rows' extent is known; the database is asked for what it alone has seen. */
  private Optional<Box> findExtent() throws SQLException {
    GeometryColumn column = table.geometry();
    if (column == null) {
      return Optional.empty();
    }
    if (!takesOver() && rows == added) {
      return extent.isNull() ? Optional.empty() : Optional.of(Box.of(extent));
    }
    return Statements.findExtent(connection, table, column, dialect);
  }

  @Override
  public void close() {
    try (connection;
        writer) {
      if (!finished) {
        writer.close();
        connection.rollback();
        if (!dialect.isShared()) {
          execute("DROP TABLE IF EXISTS " + rowsName);
          execute("DROP TABLE IF EXISTS " + table.sqlName());
        }
      }
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, timeout);
    } catch (SQLException e) {
      throw Failures.of("closing the load of " + table.tableName(), e);
    }
  }

  private final class Completed implements Complete {
    private final Optional<Box> box;
    private final JdbcClient jdbc =
        JdbcClient.create(new SingleConnectionDataSource(connection, true));

    Completed(Optional<Box> box) {
      this.box = box;
    }

    @Override
    public FeatureTable table() {
      return table;
    }

    @Override
    public long rows() {
      return rows;
    }

    @Override
    public Optional<Box> extent() {
      return box;
    }

    @Override
    public JdbcClient jdbc() {
      return jdbc;
    }

    @Override
    public void pointView() {
      dialect
          .pointView(Sql.inLayers(table.layer()), table.sqlName())
          .forEach(sql -> jdbc.sql(sql).update());
    }
  }
}
