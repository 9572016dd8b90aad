package org.citygis.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code citygis.layer} and {@code citygis.layer_version}. */
final class LayerRecords {

  /**
   * A row of {@code layer}.
   *
   * @param definition null for a layer that is declared in a file
   * @param currentVersion null before the first import
   */
  record Pointer(
      String id,
      @Nullable LayerDefinition definition,
      @Nullable Integer currentVersion,
      long revision) {}

  /** The shape of a version's table as JSON keeps it. */
  record Shape(
      GeometryColumn.@Nullable Type type,
      boolean z,
      boolean m,
      @Nullable String crs,
      List<Column> columns) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  LayerRecords(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Pointer> pointers() {
    return jdbc.sql("SELECT id, definition, current_version, revision FROM citygis.layer")
        .query((row, n) -> pointer(row))
        .list();
  }

  void ensure(String id) {
    if (jdbc.sql("SELECT COUNT(*) FROM citygis.layer WHERE id = ?")
            .param(id)
            .query(Long.class)
            .single()
        == 0) {
      jdbc.sql("INSERT INTO citygis.layer (id) VALUES (?)").param(id).update();
    }
  }

  int nextVersion(String id) {
    jdbc.sql("UPDATE citygis.layer SET last_version = last_version + 1 WHERE id = ?")
        .param(id)
        .update();
    return jdbc.sql("SELECT last_version FROM citygis.layer WHERE id = ?")
        .param(id)
        .query(Integer.class)
        .single();
  }

  void define(String id, LayerDefinition definition) {
    jdbc.sql("UPDATE citygis.layer SET definition = ? WHERE id = ?")
        .params(json.writeValueAsString(definition), id)
        .update();
  }

  void point(String id, int version) {
    jdbc.sql("UPDATE citygis.layer SET current_version = ?, revision = revision + 1 WHERE id = ?")
        .params(version, id)
        .update();
  }

  void touch(String id) {
    jdbc.sql("UPDATE citygis.layer SET revision = revision + 1 WHERE id = ?").param(id).update();
  }

  void add(LayerVersion version) {
    String sql =
        """
        INSERT INTO citygis.layer_version (layer, version, shape,
          e_min_x, e_min_y, e_max_x, e_max_y, b_min_x, b_min_y, b_max_x, b_max_y,
          row_count, created_at, created_by, source)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;
    Box extent = version.extent();
    Box bbox = version.bbox();
    jdbc.sql(sql)
        .param(version.table().layer())
        .param(version.number())
        .param(json.writeValueAsString(shape(version.table())))
        .param(extent == null ? null : extent.minX())
        .param(extent == null ? null : extent.minY())
        .param(extent == null ? null : extent.maxX())
        .param(extent == null ? null : extent.maxY())
        .param(bbox == null ? null : bbox.minX())
        .param(bbox == null ? null : bbox.minY())
        .param(bbox == null ? null : bbox.maxX())
        .param(bbox == null ? null : bbox.maxY())
        .param(version.rows())
        .param(OffsetDateTime.ofInstant(version.createdAt(), ZoneOffset.UTC))
        .param(version.createdBy())
        .param(version.source())
        .update();
  }

  /** Newest first. */
  List<LayerVersion> versions(String layer) {
    return jdbc.sql("SELECT * FROM citygis.layer_version WHERE layer = ? ORDER BY version DESC")
        .param(layer)
        .query((row, n) -> version(row))
        .list();
  }

  /** Names of the tables of all versions of all layers. */
  Set<String> tableNames() {
    return Set.copyOf(
        jdbc.sql("SELECT layer, version FROM citygis.layer_version")
            .query((row, n) -> row.getString("layer") + "_v" + row.getInt("version"))
            .list());
  }

  Optional<LayerVersion> findVersion(String layer, int number) {
    return jdbc.sql("SELECT * FROM citygis.layer_version WHERE layer = ? AND version = ?")
        .params(layer, number)
        .query((row, n) -> version(row))
        .optional();
  }

  private Pointer pointer(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    int version = row.getInt("current_version");
    boolean hasVersion = !row.wasNull();
    return new Pointer(
        row.getString("id"),
        definition == null ? null : json.readValue(definition, LayerDefinition.class),
        hasVersion ? version : null,
        row.getLong("revision"));
  }

  private LayerVersion version(ResultSet row) throws SQLException {
    Shape shape = json.readValue(row.getString("shape"), Shape.class);
    GeometryColumn geometry =
        shape.type() == null || shape.crs() == null
            ? null
            : new GeometryColumn(shape.type(), shape.z(), shape.m(), Crs.parse("crs", shape.crs()));
    return new LayerVersion(
        new FeatureTable(row.getString("layer"), row.getInt("version"), geometry, shape.columns()),
        box(row, "e"),
        box(row, "b"),
        row.getLong("row_count"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        row.getString("source"));
  }

  private static @Nullable Box box(ResultSet row, String prefix) throws SQLException {
    double minX = row.getDouble(prefix + "_min_x");
    return row.wasNull()
        ? null
        : new Box(
            minX,
            row.getDouble(prefix + "_min_y"),
            row.getDouble(prefix + "_max_x"),
            row.getDouble(prefix + "_max_y"));
  }

  private static Shape shape(FeatureTable table) {
    GeometryColumn geometry = table.geometry();
    return geometry == null
        ? new Shape(null, false, false, null, table.columns())
        : new Shape(
            geometry.type(),
            geometry.hasZ(),
            geometry.hasM(),
            geometry.crs().code(),
            table.columns());
  }
}
