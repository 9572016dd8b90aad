package org.citygis.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Brings loaded rows together with those of the version before, and tells how the two differ. */
final class RowJoin {
  private static final long SOON_COMPARED = 200_000;

  private final Connection connection;
  private final FeatureTable table;
  private final String rowsName;
  private final long loaded;
  private final Takeover takeover;
  private final FeatureTable before;
  private final Dialect dialect;
  private final RowPairs pairs;

  /**
   * @param rowsName quoted name of the table where the loaded rows are
   * @param loaded how many there are
   */
  RowJoin(
      Connection connection,
      FeatureTable table,
      String rowsName,
      long loaded,
      Takeover takeover,
      FeatureTable before,
      Dialect dialect) {
    this.connection = connection;
    this.table = table;
    this.rowsName = rowsName;
    this.loaded = loaded;
    this.takeover = takeover;
    this.before = before;
    this.dialect = dialect;
    this.pairs = new RowPairs(before, table, rowsName, dialect);
  }

  @Nullable Difference difference() throws SQLException {
    long old = count("SELECT COUNT(*) FROM " + before.sqlName());
    String key = takeover.key();
    return switch (takeover.mode()) {
      case APPEND -> new Difference(Difference.By.CONTENT, null, loaded, 0, old, 0);
      case UPSERT -> upserted(key == null ? "" : key, old);
      case REPLACE -> key != null && isKey(key) ? replacedByKey(key, old) : replacedByContent(old);
    };
  }

  private boolean isKey(String key) throws SQLException {
    KeyCheck check = new KeyCheck(connection, key);
    return before.findColumn(key).isPresent()
        && !check.hasMissing(rowsName)
        && check.findTwice(rowsName).isEmpty()
        && check.findTwice(before.sqlName()).isEmpty();
  }

  private Difference replacedByKey(String key, long old) throws SQLException {
    long[] found = matched(key, pairs.same(pairs.columns(), true));
    return new Difference(
        Difference.By.KEY, key, loaded - found[0], found[0] - found[1], found[1], old - found[0]);
  }

  /** Null where it would take longer than the load, and nobody waits for it. */
  private @Nullable Difference replacedByContent(long old) throws SQLException {
    if (!takeover.counted() && loaded + old > SOON_COMPARED) {
      return null;
    }
    long same = pairs.sameContent(connection, pairs.columns(), true);
    return new Difference(Difference.By.CONTENT, null, loaded - same, 0, same, old - same);
  }

  private Difference upserted(String key, long old) throws SQLException {
    if (before.findColumn(key).isEmpty()) {
      throw new Problem.Conflict(
          Text.of(
              "当前版本没有主键字段 %s，不能按键更新。".formatted(key),
              "The current version has no field %s to update by.".formatted(key)));
    }
    Optional<String> twice = new KeyCheck(connection, key).findTwice(before.sqlName());
    if (twice.isPresent()) {
      throw new Problem.Conflict(
          Text.of(
              "当前版本中 %s 的值“%s”出现多次，不能按键更新。".formatted(key, twice.get()),
              "The value '%s' of %s stands in several rows of the current version; it cannot be updated by this key."
                  .formatted(twice.get(), key)));
    }
    long[] found = matched(key, pairs.same(takeover.given(), takeover.givenShapes()));
    long unchanged = old - found[0] + found[1];
    return new Difference(
        Difference.By.KEY, key, loaded - found[0], found[0] - found[1], unchanged, 0);
  }

  /** How many keys are in both, and in how many of these the condition holds. */
  private long[] matched(String key, String same) throws SQLException {
    String sql =
        "SELECT COUNT(*), COALESCE(SUM(CASE WHEN %s THEN 1 ELSE 0 END), 0) FROM %s"
            .formatted(same, pairs.joined(key));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return new long[] {result.getLong(1), result.getLong(2)};
    }
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** Fills the new table; how many rows it has then. */
  long run() throws SQLException {
    return switch (takeover.mode()) {
      case REPLACE -> loaded;
      case APPEND -> loaded + insert(old("o"), before.sqlName() + " o");
      case UPSERT -> upsert(Sql.quote(takeover.key() == null ? "" : takeover.key()));
    };
  }

  private long upsert(String key) throws SQLException {
    Set<String> given = takeover.given();
    List<String> values = new ArrayList<>();
    values.add("COALESCE(o.\"fid\", n.\"fid\")");
    if (table.geometry() != null) {
      values.add(takeover.givenShapes() ? "n.\"geom\"" : oldShape("o"));
    }
    for (Column column : table.columns()) {
      values.add(
          given.contains(column.name()) ? "n." + Sql.quote(column.name()) : oldValue("o", column));
    }
    long rows =
        insert(
            values,
            "%s n LEFT JOIN %s o ON o.%s = n.%s".formatted(rowsName, before.sqlName(), key, key));
    String rest =
        "%s o WHERE NOT EXISTS (SELECT 1 FROM %s n WHERE n.%s = o.%s)"
            .formatted(before.sqlName(), rowsName, key, key);
    return rows + insert(old("o"), rest);
  }

  private List<String> old(String alias) {
    List<String> values = new ArrayList<>();
    values.add(alias + ".\"fid\"");
    if (table.geometry() != null) {
      values.add(oldShape(alias));
    }
    table.columns().forEach(column -> values.add(oldValue(alias, column)));
    return values;
  }

  private String oldShape(String alias) {
    GeometryColumn column = table.geometry();
    return before.geometry() == null && column != null
        ? "CAST(NULL AS %s)".formatted(dialect.geometryType(column))
        : alias + ".\"geom\"";
  }

  private String oldValue(String alias, Column column) {

    Optional<Column> own = before.findColumn(column.name());
    if (own.isEmpty()) {
      return "CAST(NULL AS %s)".formatted(column.type().sql());
    }
    if (own.get().type() != column.type() && column.type() != ColumnType.TEXT) {
      throw new Problem.Conflict(
          Text.of(
              "字段 %s 的类型已改变，只能整体替换。".formatted(column.name()),
              "The type of field %s has changed; the layer can only be replaced."
                  .formatted(column.name())));
    }
    String value = alias + "." + Sql.quote(column.name());
    return own.get().type() == column.type() ? value : "CAST(%s AS VARCHAR)".formatted(value);
  }

  private long insert(List<String> values, String from) throws SQLException {
    List<String> names = new ArrayList<>();
    names.add("\"fid\"");
    if (table.geometry() != null) {
      names.add("\"geom\"");
    }
    table.columns().forEach(column -> names.add(Sql.quote(column.name())));
    String sql =
        "INSERT INTO %s (%s) SELECT %s FROM %s"
            .formatted(table.sqlName(), String.join(", ", names), String.join(", ", values), from);
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }
}
