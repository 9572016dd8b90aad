package org.citygis.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citygis.geo.Box;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The feature store on either database: reads itself; {@link LayerTables} keeps the tables and
 * {@link RowEdits} changes single rows.
 */
final class JdbcFeatureStore implements FeatureStore {
  static final int FIRST_FETCH = 100;
  private static final int FETCH_SIZE = 1_000;
  private static final int NO_LIMIT = 0;

  /** So many rows of points are read at once, without the bounds of a transaction. */
  private static final int FEW = 300;

  private final LayerTables tables;
  private final RowEdits edits;
  private final Dialect dialect;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate reading;
  private final int timeoutSeconds;

  JdbcFeatureStore(
      DataSource dataSource,
      Dialect dialect,
      PlatformTransactionManager transactions,
      int timeoutSeconds) {
    this.dialect = dialect;
    this.jdbc = new JdbcTemplate(dataSource);
    this.tables = new LayerTables(dataSource, jdbc, dialect);
    this.edits = new RowEdits(jdbc, dialect);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.timeoutSeconds = timeoutSeconds;
  }

  @Override
  public FeatureLoad load(FeatureTable table, Takeover takeover) {
    return tables.load(table, takeover);
  }

  @Override
  public long lastFid(FeatureTable table) {
    return tables.lastFid(table);
  }

  @Override
  public void drop(FeatureTable table) {
    tables.drop(table);
  }

  @Override
  public List<String> dropUnfinished(Set<String> known) {
    return tables.dropUnfinished(known);
  }

  @Override
  public void mendViews(List<FeatureTable> current) {
    tables.mendViews(current);
  }

  @Override
  public void pointView(FeatureTable table) {
    tables.pointView(table);
  }

  @Override
  public void dropView(String layer) {
    tables.dropView(layer);
  }

  @Override
  public void read(FeatureTable table, FeatureQuery query, FeatureRow.Reader reader) {
    read(table, query, timeoutSeconds, reader);
  }

  @Override
  public void read(
      FeatureTable table, FeatureQuery query, Duration limit, FeatureRow.Reader reader) {
    // No time at all would mean no limit.
    read(table, query, (int) Math.max(1, limit.toSeconds()), reader);
  }

  @Override
  public void stream(FeatureTable table, FeatureQuery query, FeatureRow.Reader reader) {
    read(table, query, NO_LIMIT, reader);
  }

  @Override
  public boolean readNearestFirst(
      FeatureTable table, FeatureQuery query, Coordinate from, FeatureRow.Reader reader) {
    String distance = dialect.indexedDistance("\"geom\"");
    GeometryColumn column = table.geometry();
    if (distance == null || column == null) {
      return false;
    }
    Geometry point = new GeometryFactory().createPoint(from);
    byte[] ewkb = new Ewkb(new GeometryColumn(column.type(), column.crs())).forParameter(point);
    Select select = new Select(table, query, dialect);
    read(table, query, select, select.nearestRows(distance, ewkb), timeoutSeconds, reader);
    return true;
  }

  @Override
  public @Nullable DiscCount readDisc(
      FeatureTable table, FeatureQuery query, Disc disc, FeatureRow.Reader reader) {
    DiscSelect select = DiscSelect.find(table, query, disc, dialect);
    return select == null
        ? null
        : reading(
            isBrief(table, query), connection -> select.read(connection, timeoutSeconds, reader));
  }

  private void read(FeatureTable table, FeatureQuery query, int seconds, FeatureRow.Reader reader) {
    Select select = new Select(table, query, dialect);
    read(table, query, select, select.rows(), seconds, reader);
  }

  private void read(
      FeatureTable table,
      FeatureQuery query,
      Select select,
      String sql,
      int seconds,
      FeatureRow.Reader reader) {
    Sieve sieve = select.sieve();
    FeatureRow.Reader passing = sieve.before(reader);
    List<ColumnType> types =
        Stream.concat(
                query.fields().stream()
                    .map(f -> table.findColumn(f).orElseThrow(() -> Statements.unknown(f)).type()),
                sieve.needed().stream().map(Column::type))
            .toList();
    Ewkb ewkb = select.hasShape() && table.geometry() != null ? new Ewkb(table.geometry()) : null;
    reading(
        isBrief(table, query) && !sieve.isNeeded(),
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(seconds);
            // PostgreSQL sends rows in portions of this size, because the transaction is not in
            // auto-commit. The first is small, so that the first row need not wait for many.
            statement.setFetchSize(FIRST_FETCH);
            select.condition().bindAll(statement);
            try (ResultSet result = statement.executeQuery()) {
              result.setFetchSize(FETCH_SIZE);
              CursorRow row = new CursorRow(result, types, ewkb);
              while (result.next() && passing.accept(row)) {
                // the reader does the work
              }
            }
          }
          return 0;
        });
  }

  @Override
  public long count(FeatureTable table, FeatureQuery query) {
    Select select = new Select(table, query, dialect);
    if (select.sieve().isNeeded()) {
      return countPassing(table, query);
    }
    return inTransaction(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(select.count())) {
            statement.setQueryTimeout(timeoutSeconds);
            select.condition().bindAll(statement);
            try (ResultSet result = statement.executeQuery()) {
              result.next();
              return result.getLong(1);
            }
          }
        });
  }

  @Override
  public boolean group(
      FeatureTable table, FeatureQuery query, Grouping grouping, Grouping.Reader reader) {
    Select select = new Select(table, query, dialect);
    if (select.sieve().isNeeded()) {
      return false;
    }
    GroupSelect groups = new GroupSelect(table, grouping);
    return inTransaction(
        connection -> {
          try (PreparedStatement statement =
              connection.prepareStatement(groups.sql(select.condition().sql()))) {
            statement.setQueryTimeout(timeoutSeconds);
            select.condition().bindAll(statement);
            try (ResultSet result = statement.executeQuery()) {
              while (result.next()) {
                reader.accept(groups.read(result));
              }
            }
          }
          return true;
        });
  }

  private long countPassing(FeatureTable table, FeatureQuery query) {
    FeatureQuery all = query.fields(List.of()).withoutGeometry().order(List.of()).page(0, -1);
    AtomicLong count = new AtomicLong();
    read(
        table,
        all,
        row -> {
          count.incrementAndGet();
          return true;
        });
    return count.get();
  }

  @Override
  public Optional<Box> findExtent(FeatureTable table) {
    GeometryColumn column = table.geometry();
    if (column == null) {
      return Optional.empty();
    }
    return inTransaction(connection -> Statements.findExtent(connection, table, column, dialect));
  }

  @Override
  public long insert(
      FeatureTable table,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> values) {
    return edits.insert(table, geometry, values);
  }

  @Override
  public void insertAgain(
      FeatureTable table,
      long fid,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> values) {
    edits.insertAgain(table, fid, geometry, values);
  }

  @Override
  public void clearShape(FeatureTable table, long fid) {
    edits.clearShape(table, fid);
  }

  @Override
  public boolean update(
      FeatureTable table,
      long fid,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> values) {
    return edits.update(table, fid, geometry, values);
  }

  @Override
  public boolean delete(FeatureTable table, long fid) {
    return edits.delete(table, fid);
  }

  /**
   * Whether all rows may be in memory at once, so that the one statement needs no transaction: that
   * spares the way to the server that ends it.
   */
  private static boolean isBrief(FeatureTable table, FeatureQuery query) {
    GeometryColumn column = table.geometry();
    boolean small = column == null || column.type() == GeometryColumn.Type.POINT;
    return small && query.limit() >= 0 && query.limit() <= FEW;
  }

  private <T> T reading(boolean isBrief, ConnectionCallback<T> work) {
    return isBrief ? Objects.requireNonNull(jdbc.execute(work)) : inTransaction(work);
  }

  private <T> T inTransaction(ConnectionCallback<T> work) {
    T result = reading.execute(status -> jdbc.execute(work));
    return Objects.requireNonNull(result);
  }
}
