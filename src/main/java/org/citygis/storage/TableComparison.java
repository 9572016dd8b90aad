package org.citygis.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the rows of two tables of one layer in the database. */
public final class TableComparison {
  private static final int FETCH_SIZE = 1_000;

  private final Dialect dialect;
  private final DataSource dataSource;

  TableComparison(Dialect dialect, DataSource dataSource) {
    this.dialect = dialect;
    this.dataSource = dataSource;
  }

  /**
   * How the two differ.
   *
   * @param changedFields by column in how many rows its value changed; {@code geom} for shapes
   */
  public record Counts(
      long added, long removed, long changed, long unchanged, Map<String, Long> changedFields) {}

  /** Whether the column is there, filled, and different in every row. */
  public boolean isKey(FeatureTable table, String column) {
    if (table.findColumn(column).isEmpty()) {
      return false;
    }
    prepare(table, column);
    return run(
        connection -> {
          KeyCheck check = new KeyCheck(connection, column);
          return !check.hasMissing(table.sqlName()) && check.findTwice(table.sqlName()).isEmpty();
        });
  }

  private void prepare(FeatureTable table, String column) {
    ReentrantLock defining = TableLoad.lock(dialect);
    defining.lock();
    try {
      JdbcTemplate jdbc = new JdbcTemplate(dataSource);
      dialect.beforeJoin(table.tableName(), column).forEach(jdbc::execute);
    } finally {
      defining.unlock();
    }
  }

  public Counts count(TablePair pair) {
    RowPairs rows = RowPairs.of(pair.from(), pair.to(), dialect);
    String join = pair.joinColumn();
    return run(
        connection -> {
          long older = rows(connection, pair.from());
          long newer = rows(connection, pair.to());
          if (join == null) {
            long same = rows.sameContent(connection, pair.columns(), pair.shapes());
            return new Counts(newer - same, older - same, 0, same, Map.of());
          }
          return joined(connection, pair, rows, join, older, newer);
        });
  }

  private static Counts joined(
      Connection connection, TablePair pair, RowPairs rows, String join, long older, long newer)
      throws SQLException {
    List<String> columns = new ArrayList<>(new TreeSet<>(pair.columns()));
    List<String> sums = new ArrayList<>(List.of("COUNT(*)"));
    sums.add(sum(rows.same(pair.columns(), pair.shapes())));
    columns.forEach(column -> sums.add(sum("NOT (%s)".formatted(rows.sameValue(column)))));
    if (pair.shapes()) {
      columns.add(FeatureTable.GEOM);
      sums.add(sum("NOT (%s)".formatted(rows.sameShape())));
    }
    String sql = "SELECT %s FROM %s".formatted(String.join(", ", sums), rows.joined(join));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      long matched = result.getLong(1);
      long same = result.getLong(2);
      Map<String, Long> changed = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        if (result.getLong(3 + i) > 0) {
          changed.put(columns.get(i), result.getLong(3 + i));
        }
      }
      return new Counts(newer - matched, older - matched, matched - same, same, changed);
    }
  }

  private static String sum(String condition) {
    return "COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0)".formatted(condition);
  }

  private static long rows(Connection connection, FeatureTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT COUNT(*) FROM " + table.sqlName())) {
      result.next();
      return result.getLong(1);
    }
  }

  /**
   * Reads rows that the two do not share, in fid order: removed ones of the older table, the others
   * of the newer one, with their shapes.
   *
   * @param fields columns of that table that the reader is given
   */
  public void read(
      TablePair pair,
      TablePair.Kind kind,
      List<Column> fields,
      int limit,
      FeatureRow.Reader reader) {
    RowPairs rows = RowPairs.of(pair.from(), pair.to(), dialect);
    boolean removed = kind == TablePair.Kind.REMOVED;
    FeatureTable table = removed ? pair.from() : pair.to();
    String alias = removed ? "o" : "n";
    List<String> names = new ArrayList<>(List.of(alias + ".\"fid\""));
    GeometryColumn geometry = table.geometry();
    if (geometry != null) {
      names.add(dialect.asEwkb(alias + ".\"geom\""));
    }
    fields.forEach(field -> names.add(alias + "." + Sql.quote(field.name())));
    String sql =
        "SELECT %s FROM %s ORDER BY %s.\"fid\" FETCH FIRST %d ROWS ONLY"
            .formatted(String.join(", ", names), different(pair, kind, rows), alias, limit);
    List<ColumnType> types = fields.stream().map(Column::type).toList();
    run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(Math.min(limit, FETCH_SIZE));
            try (ResultSet result = statement.executeQuery()) {
              CursorRow row =
                  new CursorRow(result, types, geometry == null ? null : new Ewkb(geometry));
              while (result.next() && reader.accept(row)) {
                // the reader does the work
              }
            }
          }
          return true;
        });
  }

  private static String different(TablePair pair, TablePair.Kind kind, RowPairs rows) {
    String join = pair.joinColumn();
    String older = pair.from().sqlName();
    String newer = pair.to().sqlName();
    if (join == null) {
      String old = rows.digest(pair.from(), "o", pair.columns(), pair.shapes());
      String fresh = rows.digest(pair.to(), "n", pair.columns(), pair.shapes());
      String missing = "%s %s WHERE %s IN (SELECT %s FROM %s %s EXCEPT SELECT %s FROM %s %s)";
      return switch (kind) {
        case ADDED -> missing.formatted(newer, "n", fresh, fresh, newer, "n", old, older, "o");
        case REMOVED -> missing.formatted(older, "o", old, old, older, "o", fresh, newer, "n");
        case CHANGED -> newer + " n WHERE 1 = 0";
      };
    }
    String key = Sql.quote(join);
    String missing = "%s %s WHERE NOT EXISTS (SELECT 1 FROM %s %s WHERE o.%s = n.%s)";
    return switch (kind) {
      case ADDED -> missing.formatted(newer, "n", older, "o", key, key);
      case REMOVED -> missing.formatted(older, "o", newer, "n", key, key);
      case CHANGED ->
          "%s WHERE NOT (%s)"
              .formatted(rows.joined(join), rows.same(pair.columns(), pair.shapes()));
    };
  }

  /** Takes the shapes of both tables, equal ones one after the other. */
  @FunctionalInterface
  public interface ShapeReader {
    /**
     * @param digest equal where the shapes are
     * @param older whether the shape is of the older table
     */
    void take(String digest, boolean older, @Nullable String value, byte[] ewkb)
        throws SQLException;
  }

  /**
   * Reads the shapes of both tables with the value of one column as text, sorted so that equal
   * shapes follow each other; rows without shape are left out.
   */
  public void readShapes(FeatureTable from, FeatureTable to, String column, ShapeReader reader) {
    String sql =
        "SELECT * FROM (%s UNION ALL %s) q ORDER BY digest, side"
            .formatted(shapes(from, column, 0), shapes(to, column, 1));
    run(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet result = statement.executeQuery(sql)) {
              while (result.next()) {
                reader.take(
                    result.getString(1),
                    result.getInt(2) == 0,
                    result.getString(3),
                    result.getBytes(4));
              }
            }
          }
          return true;
        });
  }

  private String shapes(FeatureTable table, String column, int side) {
    String value =
        table.findColumn(column).isEmpty()
            ? "CAST(NULL AS VARCHAR)"
            : "CAST(t.%s AS VARCHAR)".formatted(Sql.quote(column));
    return "SELECT %s AS digest, %d AS side, %s AS class, %s AS shape FROM %s t WHERE t.\"geom\" IS NOT NULL"
        .formatted(
            dialect.digest(List.of(), "t.\"geom\""),
            side,
            value,
            dialect.asEwkb("t.\"geom\""),
            table.sqlName());
  }

  /** What is done on a connection. */
  private interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /**
   * Works on a connection of its own: a transaction of the thread would take in what the reader
   * writes meanwhile, such as how far the work is. A large layer takes longer than any answer to a
   * user may.
   */
  private <T> T run(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      int timeout = connection.getNetworkTimeout();
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setNetworkTimeout(Runnable::run, 0);
      try {
        return work.run(connection);
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, timeout);
      }
    } catch (SQLException e) {
      throw Failures.of("comparing versions", e);
    }
  }
}
