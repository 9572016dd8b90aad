package org.citygis.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds rows whose key is missing or taken. */
final class KeyCheck {
  private final Connection connection;
  private final String key;

  KeyCheck(Connection connection, String key) {
    this.connection = connection;
    this.key = Sql.quote(key);
  }

  /**
   * A value that two rows of the table share. Asked for as the least one: a limit of one row would
   * make PostgreSQL expect it soon, and look through all pairs where there is none.
   */
  Optional<String> findTwice(String table) throws SQLException {
    String sql =
        "SELECT MIN(CAST(r.%s AS VARCHAR)) FROM %s r WHERE %s"
            .formatted(key, table, earlier("r", table));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      result.next();
      return Optional.ofNullable(result.getString(1));
    }
  }

  boolean hasMissing(String table) throws SQLException {
    String sql = "SELECT 1 FROM %s WHERE %s IS NULL FETCH FIRST ROW ONLY".formatted(table, key);
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next();
    }
  }

  /**
   * Tells the rows without key, those whose key an earlier row has, and those whose key is in the
   * other table.
   *
   * @param columns of the rows that the reader is given
   * @param taken quoted name of a table whose keys are taken, null where none are
   * @param remove whether these rows are taken out of the table
   * @return how many there are
   */
  long faulty(
      String table,
      List<Column> columns,
      @Nullable String taken,
      boolean remove,
      FeatureRow.Reader reader)
      throws SQLException {
    // Each by itself, because PostgreSQL joins by hashing only where no OR stands in between.
    String condition =
        "r.\"fid\" IN (SELECT m.\"fid\" FROM %s m WHERE m.%s IS NULL".formatted(table, key)
            + " UNION ALL SELECT d.\"fid\" FROM %s d WHERE %s".formatted(table, earlier("d", table))
            + (taken == null
                ? ""
                : " UNION ALL SELECT k.\"fid\" FROM %s k WHERE EXISTS (SELECT 1 FROM %s t WHERE t.%s = k.%s)"
                    .formatted(table, taken, key, key))
            + ")";
    List<String> names = new ArrayList<>(List.of("r.\"fid\""));
    columns.forEach(column -> names.add("r." + Sql.quote(column.name())));
    String sql =
        "SELECT %s FROM %s r WHERE %s".formatted(String.join(", ", names), table, condition);
    long count = 0;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(1_000);
      try (ResultSet result = statement.executeQuery(sql)) {
        CursorRow row = new CursorRow(result, columns.stream().map(Column::type).toList(), null);
        while (result.next()) {
          count++;
          reader.accept(row);
        }
      }
    }
    if (remove && count > 0) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("DELETE FROM %s r WHERE %s".formatted(table, condition));
      }
    }
    return count;
  }

  private String earlier(String alias, String table) {
    return "EXISTS (SELECT 1 FROM %s e WHERE e.%s = %s.%s AND e.\"fid\" < %s.\"fid\")"
        .formatted(table, key, alias, key, alias);
  }
}
