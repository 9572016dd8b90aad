package org.citygis.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.citygis.geo.Box;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The feature store on either database. */
final class JdbcFeatureStore implements FeatureStore {
  static final int FIRST_FETCH = 100;
  private static final int FETCH_SIZE = 1_000;
  private static final int NO_LIMIT = 0;

  /** So many rows of points are read at once, without the bounds of a transaction. */
  private static final int FEW = 300;

  private final DataSource dataSource;
  private final Dialect dialect;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate reading;
  private final int timeoutSeconds;

  JdbcFeatureStore(
      DataSource dataSource,
      Dialect dialect,
      PlatformTransactionManager transactions,
      int timeoutSeconds) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.jdbc = new JdbcTemplate(dataSource);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.timeoutSeconds = timeoutSeconds;
  }

  @Override
  public FeatureLoad load(FeatureTable table, Takeover takeover) {
    Connection connection = null;
    try {
      connection = dataSource.getConnection();
      return new TableLoad(connection, table, takeover, dialect);
    } catch (SQLException e) {
      closeQuietly(connection);
      throw Failures.of("starting the load of " + table.tableName(), e);
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    try {
      if (connection != null) {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
        connection.close();
      }
    } catch (SQLException e) {
      // The failure that led here is the one to tell.
    }
  }

  @Override
  public long lastFid(FeatureTable table) {
    String sql = "SELECT COALESCE(MAX(\"fid\"), 0) FROM " + table.sqlName();
    return Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
  }

  @Override
  public void drop(FeatureTable table) {
    jdbc.execute("DROP TABLE IF EXISTS " + table.sqlName());
  }

  @Override
  public List<String> dropUnfinished(Set<String> known) {
    if (dialect.isShared()) {
      return List.of();
    }
    String sql =
        """
        SELECT table_name FROM information_schema.tables
        WHERE table_schema = 'layers' AND table_type = 'BASE TABLE'
        """;
    List<String> unfinished =
        jdbc.queryForList(sql, String.class).stream()
            .filter(name -> !known.contains(name))
            .toList();
    unfinished.forEach(name -> jdbc.execute("DROP TABLE " + Sql.inLayers(name)));
    return unfinished;
  }

  @Override
  public void mendViews(List<FeatureTable> current) {
    if (dialect.isShared()) {
      return;
    }
    String sql =
        """
        SELECT table_name, view_definition FROM information_schema.views
        WHERE table_schema = 'layers'
        """;
    Map<String, String> definitions = new HashMap<>();
    jdbc.query(
        sql,
        row -> {
          definitions.put(row.getString(1), row.getString(2));
        });
    current.stream()
        .filter(table -> !definitions.getOrDefault(table.layer(), "").contains(table.sqlName()))
        .forEach(this::pointView);
  }

  @Override
  public void pointView(FeatureTable table) {
    dialect.pointView(Sql.inLayers(table.layer()), table.sqlName()).forEach(jdbc::execute);
  }

  @Override
  public void dropView(String layer) {
    jdbc.execute("DROP VIEW IF EXISTS " + Sql.inLayers(layer));
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
                    .map(f -> table.findColumn(f).orElseThrow(() -> unknown(f)).type()),
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
    List<Column> columns = columns(table, values);
    String sql = Statements.insert(table, columns, dialect);
    return write(
        sql,
        statement -> {
          int index = 1;
          if (table.geometry() != null) {
            statement.setBytes(
                index++, geometry == null ? null : new Ewkb(table.geometry()).forColumn(geometry));
          }
          for (Column column : columns) {
            Statements.bind(statement, index++, column.type(), values.get(column.name()));
          }
          statement.executeUpdate();
          try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
          }
        });
  }

  @Override
  public void insertAgain(
      FeatureTable table,
      long fid,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> values) {
    write(
        Statements.insertWithFid(table.sqlName(), table, dialect),
        statement -> {
          int index = 1;
          statement.setLong(index++, fid);
          if (table.geometry() != null) {
            statement.setBytes(
                index++, geometry == null ? null : new Ewkb(table.geometry()).forColumn(geometry));
          }
          for (Column column : table.columns()) {
            Statements.bind(statement, index++, column.type(), values.get(column.name()));
          }
          return statement.executeUpdate();
        });
  }

  @Override
  public void clearShape(FeatureTable table, long fid) {
    jdbc.update("UPDATE %s SET \"geom\" = NULL WHERE \"fid\" = ?".formatted(table.sqlName()), fid);
  }

  @Override
  public boolean update(
      FeatureTable table,
      long fid,
      @Nullable Geometry geometry,
      Map<String, ? extends @Nullable Object> values) {
    List<Column> columns = columns(table, values);
    List<String> changes = new ArrayList<>();
    boolean moves = geometry != null && table.geometry() != null;
    if (moves) {
      changes.add("\"geom\" = " + dialect.ewkbParameter());
    }
    columns.forEach(c -> changes.add(Sql.quote(c.name()) + " = ?"));
    if (changes.isEmpty()) {
      changes.add("\"fid\" = \"fid\"");
    }
    String sql =
        "UPDATE %s SET %s WHERE \"fid\" = ?".formatted(table.sqlName(), String.join(", ", changes));
    return write(
            sql,
            statement -> {
              int index = 1;
              if (geometry != null && table.geometry() != null) {
                statement.setBytes(index++, new Ewkb(table.geometry()).forColumn(geometry));
              }
              for (Column column : columns) {
                Statements.bind(statement, index++, column.type(), values.get(column.name()));
              }
              statement.setLong(index, fid);
              return (long) statement.executeUpdate();
            })
        > 0;
  }

  @Override
  public boolean delete(FeatureTable table, long fid) {
    return jdbc.update("DELETE FROM %s WHERE \"fid\" = ?".formatted(table.sqlName()), fid) > 0;
  }

  private static List<Column> columns(
      FeatureTable table, Map<String, ? extends @Nullable Object> values) {
    return values.keySet().stream()
        .map(name -> table.findColumn(name).orElseThrow(() -> unknown(name)))
        .toList();
  }

  private static Problem.Invalid unknown(String field) {
    return Problem.Invalid.parameter(
        "field", field, Text.of("该图层的字段名", "the name of a field of this layer"));
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

  /** A statement that changes one row and tells a number of it. */
  private interface Change {
    long run(PreparedStatement statement) throws SQLException;
  }

  private long write(String sql, Change change) {
    Long result =
        jdbc.execute(
            (ConnectionCallback<Long>)
                connection -> {
                  try (PreparedStatement statement =
                      connection.prepareStatement(sql, new String[] {"fid"})) {
                    return change.run(statement);
                  }
                });
    return Objects.requireNonNull(result);
  }
}
