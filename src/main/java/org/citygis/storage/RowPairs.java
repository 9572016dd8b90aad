package org.citygis.storage;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that compares the rows of two tables; in it {@code o} is a row of the older table and
 * {@code n} one of the newer.
 *
 * @param newerName name of the newer table, quoted, which may wait under another name than its own
 */
record RowPairs(FeatureTable older, FeatureTable newer, String newerName, Dialect dialect) {

  static RowPairs of(FeatureTable older, FeatureTable newer, Dialect dialect) {
    return new RowPairs(older, newer, newer.sqlName(), dialect);
  }

  /** Names of the columns that either table has, the older one's first. */
  Set<String> columns() {
    Set<String> names = new LinkedHashSet<>();
    older.columns().forEach(column -> names.add(column.name()));
    newer.columns().forEach(column -> names.add(column.name()));
    return names;
  }

  /** Whether o and n are equal in these columns and, if asked for, in their shapes. */
  String same(Set<String> columns, boolean shapes) {
    List<String> conditions = new ArrayList<>();
    for (String column : columns) {
      conditions.add(sameValue(column));
    }
    if (shapes) {
      conditions.add(sameShape());
    }
    return conditions.isEmpty() ? "1 = 1" : String.join(" AND ", conditions);
  }

  /** A column that a table lacks counts as empty there. */
  String sameValue(String column) {
    return "%s IS NOT DISTINCT FROM %s"
        .formatted(value(older, "o", column), value(newer, "n", column));
  }

  String sameShape() {
    return "%s IS NOT DISTINCT FROM %s"
        .formatted(dialect.bytes(shape(older, "o")), dialect.bytes(shape(newer, "n")));
  }

  private String value(FeatureTable table, String alias, String column) {
    Optional<Column> own = table.findColumn(column);
    Optional<Column> other = (table == older ? newer : older).findColumn(column);
    String name = own.isEmpty() ? "NULL" : alias + "." + Sql.quote(column);
    boolean sameType =
        own.isPresent() && other.isPresent() && own.get().type() == other.get().type();
    return sameType ? name : "CAST(%s AS VARCHAR)".formatted(name);
  }

  private static String shape(FeatureTable table, String alias) {
    return table.geometry() == null ? "NULL" : alias + ".\"geom\"";
  }

  String joined(String key) {
    String column = Sql.quote(key);
    return "%s o JOIN %s n ON n.%s = o.%s".formatted(older.sqlName(), newerName, column, column);
  }

  /** How many rows are alike in all of that, each counted once on either side. */
  long sameContent(Connection connection, Set<String> columns, boolean shapes) throws SQLException {
    String sql =
        """
        SELECT digest, side FROM (
          SELECT %s AS digest, 0 AS side FROM %s o UNION ALL SELECT %s, 1 FROM %s n) q
        ORDER BY digest
        """
            .formatted(
                digest(older, "o", columns, shapes),
                older.sqlName(),
                digest(newer, "n", columns, shapes),
                newerName);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(10_000);
      try (ResultSet result = statement.executeQuery(sql)) {
        return countPairs(result);
      }
    }
  }

  /** The digest of a row of the older or the newer table. */
  String digest(FeatureTable table, String alias, Set<String> columns, boolean shapes) {
    boolean anyShape = shapes && (older.geometry() != null || newer.geometry() != null);
    return dialect.digest(
        columns.stream().map(column -> value(table, alias, column)).toList(),
        anyShape ? shape(table, alias) : null);
  }

  private static long countPairs(ResultSet sorted) throws SQLException {
    long pairs = 0;
    byte @Nullable [] current = null;
    long[] sides = new long[2];
    while (sorted.next()) {
      byte[] digest = bytes(sorted.getObject(1));
      if (!Arrays.equals(digest, current)) {
        pairs += Math.min(sides[0], sides[1]);
        sides = new long[2];
        current = digest;
      }
      sides[sorted.getInt(2)]++;
    }
    return pairs + Math.min(sides[0], sides[1]);
  }

  private static byte[] bytes(Object digest) {
    return digest instanceof byte[] bytes
        ? bytes
        : digest.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
