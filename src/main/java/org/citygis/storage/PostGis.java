package org.citygis.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL with PostGIS 3.3 or later. */
final class PostGis implements Dialect {
  /** An index of a million shapes is sorted in memory with 256 MB; a server may allow more. */
  private static final String MEMORY =
      """
      SELECT set_config('maintenance_work_mem', greatest(setting::bigint, 262144)::text, true)
      FROM pg_settings WHERE name = 'maintenance_work_mem'
      """;

  private volatile boolean hasUnicode;

  @Override
  public void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE EXTENSION IF NOT EXISTS postgis");
      statement.execute("CREATE SCHEMA IF NOT EXISTS layers");
      hasUnicode = hasUnicode(statement);
    }
  }

  /** Servers are built with ICU, but for a few of the smallest. */
  private static boolean hasUnicode(Statement statement) throws SQLException {
    String sql = "SELECT 1 FROM pg_collation WHERE collname = 'und-x-icu'";
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next();
    }
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public String geometryType(GeometryColumn column) {
    String dimension = (column.hasZ() ? "Z" : "") + (column.hasM() ? "M" : "");
    return "geometry(%s%s, %d)".formatted(column.type(), dimension, column.crs().srid());
  }

  @Override
  public List<String> afterLoad(FeatureTable table) {
    String name = table.sqlName();
    String key = "ALTER TABLE %s ADD PRIMARY KEY (fid)".formatted(name);
    String analyze = "ANALYZE " + name;
    return table.geometry() == null
        ? List.of(MEMORY, key, analyze)
        : List.of(MEMORY, key, "CREATE INDEX ON %s USING gist (geom)".formatted(name), analyze);
  }

  @Override
  public String asEwkb(String expression) {
    return "ST_AsEWKB(" + expression + ")";
  }

  @Override
  public String ewkbParameter() {
    return "ST_GeomFromEWKB(?)";
  }

  @Override
  public String indexedDistance(String column) {
    return column + " <-> " + ewkbParameter();
  }

  @Override
  public String extent(String column) {
    return "ST_AsEWKB(ST_Extent(" + column + ")::geometry)";
  }

  /** The key is added when the rows are there, which is faster. */
  @Override
  public String fidConstraint() {
    return "";
  }

  @Override
  public String createPassing() {
    return "CREATE UNLOGGED TABLE";
  }

  @Override
  public RowWriter writer(Connection connection, String into, FeatureTable table)
      throws SQLException {
    return new CopyWriter(connection, into, table);
  }

  /** The planner hashes a table whose size it knows. */
  @Override
  public List<String> beforeJoin(String tableName, String column) {
    return List.of(
        "ANALYZE %s (\"fid\", %s)".formatted(Sql.inLayers(tableName), Sql.quote(column)));
  }

  @Override
  public String bytes(String shape) {
    return "CAST(%s AS bytea)".formatted(shape);
  }

  @Override
  public String digest(List<String> values, @Nullable String shape) {
    List<String> all = new ArrayList<>(values);
    if (shape != null) {
      all.add(bytes(shape));
    }
    return "CAST(md5(CAST(ROW(%s) AS text)) AS uuid)".formatted(String.join(", ", all));
  }

  @Override
  public List<String> pointView(String view, String table) {
    // CREATE OR REPLACE VIEW cannot change columns; DDL is transactional here, so nobody sees the
    // gap.
    return List.of(
        "DROP VIEW IF EXISTS " + view, "CREATE VIEW %s AS SELECT * FROM %s".formatted(view, table));
  }

  @Override
  public String inCodePointOrder(String text) {
    return text + " COLLATE \"C\"";
  }

  @Override
  public @Nullable String foldCase(String text) {
    String icu = "COLLATE \"und-x-icu\"";
    return hasUnicode
        ? "REPLACE(LOWER(UPPER(%s %s) %s), 'ς', 'σ')".formatted(text, icu, icu)
        : null;
  }

  @Override
  public boolean likeCountsCharacters() {
    return true;
  }
}
