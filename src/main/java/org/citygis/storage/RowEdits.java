package org.citygis.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes single rows of a layer's table, as {@link FeatureStore} says. */
final class RowEdits {
  private final JdbcTemplate jdbc;
  private final Dialect dialect;

  RowEdits(JdbcTemplate jdbc, Dialect dialect) {
    this.jdbc = jdbc;
    this.dialect = dialect;
  }

  long insert(
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

  void insertAgain(
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

  void clearShape(FeatureTable table, long fid) {
    jdbc.update("UPDATE %s SET \"geom\" = NULL WHERE \"fid\" = ?".formatted(table.sqlName()), fid);
  }

  boolean update(
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

  boolean delete(FeatureTable table, long fid) {
    return jdbc.update("DELETE FROM %s WHERE \"fid\" = ?".formatted(table.sqlName()), fid) > 0;
  }

  private static List<Column> columns(
      FeatureTable table, Map<String, ? extends @Nullable Object> values) {
    return values.keySet().stream()
        .map(name -> table.findColumn(name).orElseThrow(() -> Statements.unknown(name)))
        .toList();
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
