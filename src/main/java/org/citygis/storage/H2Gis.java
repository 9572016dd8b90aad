package org.citygis.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.h2gis.functions.factory.H2GISFunctions;
import org.jspecify.annotations.Nullable;

/** H2 with the functions of H2GIS, in a file beside the application. */
final class H2Gis implements Dialect {

  @Override
  public void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS \"layers\"");
      if (!hasFunctions(statement)) {
        H2GISFunctions.load(connection);
      }
    }
  }

  private static boolean hasFunctions(Statement statement) throws SQLException {
    String sql =
        """
        SELECT 1 FROM information_schema.routines
        WHERE UPPER(routine_schema) = 'PUBLIC' AND UPPER(routine_name) = 'ST_INTERSECTS' FETCH FIRST ROW ONLY
        """;
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next();
    }
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public String geometryType(GeometryColumn column) {
    String dimension = (column.hasZ() ? "Z" : "") + (column.hasM() ? "M" : "");
    return "GEOMETRY(%s%s, %d)"
        .formatted(column.type(), dimension.isEmpty() ? "" : " " + dimension, column.crs().srid());
  }

  @Override
  public List<String> afterLoad(FeatureTable table) {
    String index = Sql.quote(table.tableName() + "_geom");
    return table.geometry() == null
        ? List.of()
        : List.of("CREATE SPATIAL INDEX %s ON %s (\"geom\")".formatted(index, table.sqlName()));
  }

  @Override
  public String asEwkb(String expression) {
    return expression;
  }

  @Override
  public String ewkbParameter() {
    return "CAST(? AS GEOMETRY)";
  }

  @Override
  public @Nullable String indexedDistance(String column) {
    return null;
  }

  @Override
  public String extent(String column) {
    return "ENVELOPE(" + column + ")";
  }

  @Override
  public String fidConstraint() {
    return "PRIMARY KEY";
  }

  @Override
  public String createPassing() {
    return "CREATE TABLE";
  }

  @Override
  public RowWriter writer(Connection connection, String into, FeatureTable table)
      throws SQLException {
    return new BatchWriter(connection, into, table, this);
  }

  /** H2 joins by an index or by looking at every pair. */
  @Override
  public List<String> beforeJoin(String tableName, String column) {
    String index = "%s_%08x".formatted(tableName, column.hashCode());
    return List.of(
        "CREATE INDEX IF NOT EXISTS %s ON %s (%s)"
            .formatted(Sql.inLayers(index), Sql.inLayers(tableName), Sql.quote(column)));
  }

  @Override
  public String bytes(String shape) {
    return "CAST(%s AS VARBINARY)".formatted(shape);
  }

  /** Each value says its length, so that no two rows read alike. */
  @Override
  public String digest(List<String> values, @Nullable String shape) {
    List<String> parts = new ArrayList<>();
    for (String value : values) {
      String text = "CAST(%s AS VARCHAR)".formatted(value);
      parts.add(
          "COALESCE(CAST(CHAR_LENGTH(%s) AS VARCHAR) || ':' || %s, '-')".formatted(text, text));
    }
    if (shape != null) {
      parts.add("COALESCE(RAWTOHEX(HASH('SHA-256', %s)), '-')".formatted(bytes(shape)));
    }
    return "HASH('SHA-256', %s)".formatted(parts.isEmpty() ? "''" : String.join(" || ", parts));
  }

  @Override
  public List<String> pointView(String view, String table) {
    return List.of("CREATE OR REPLACE VIEW %s AS SELECT * FROM %s".formatted(view, table));
  }

  @Override
  public String inCodePointOrder(String text) {
    return "CAST(%s AS VARBINARY)".formatted(text);
  }

  @Override
  public String foldCase(String text) {
    return "REPLACE(LOWER(UPPER(%s)), 'ς', 'σ')".formatted(text);
  }

  @Override
  public boolean likeCountsCharacters() {
    return false;
  }
}
