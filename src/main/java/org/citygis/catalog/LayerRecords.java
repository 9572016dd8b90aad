package org.citygis.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of {@code citygis.layer} and {@code citygis.layer_version}. */
final class LayerRecords {

  /**
   * A row of {@code layer}.
   *
   * @param definition null for a layer that is declared in a file
   * @param currentVersion null before the first import
   * @param style null where the layer is drawn as it is declared
   */
  record Pointer(
      String id,
      @Nullable LayerDefinition definition,
      @Nullable Integer currentVersion,
      long revision,
      @Nullable String style) {}

  /** The shape of a version's table as JSON keeps it. */
  record Shape(
      GeometryColumn.@Nullable Type type,
      boolean z,
      boolean m,
      @Nullable String crs,
      List<Column> columns) {}

  private static final String PUBLISHED = "published";
  private static final String STAGED = "staged";
  private static final TypeReference<Map<String, Object>> LINEAGE = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  LayerRecords(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The same records, worked on over another connection. */
  LayerRecords over(JdbcClient other) {
    return new LayerRecords(other, json);
  }

  List<Pointer> pointers() {
    return jdbc.sql("SELECT id, definition, current_version, revision, style FROM citygis.layer")
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

  /** The layer's new revision, as soon as the transaction is committed. */
  long touch(String id) {
    jdbc.sql("UPDATE citygis.layer SET revision = revision + 1 WHERE id = ?").param(id).update();
    return jdbc.sql("SELECT revision FROM citygis.layer WHERE id = ?")
        .param(id)
        .query(Long.class)
        .single();
  }

  /** Null for the style that the layer is declared with. */
  void restyle(String id, @Nullable String style) {
    jdbc.sql("UPDATE citygis.layer SET style = ?, revision = revision + 1 WHERE id = ?")
        .param(style)
        .param(id)
        .update();
  }

  /** Holds the layer's row until the transaction ends. */
  Optional<Pointer> lock(String id) {
    return jdbc.sql(
            "SELECT id, definition, current_version, revision, style FROM citygis.layer WHERE id = ? FOR UPDATE")
        .param(id)
        .query((row, n) -> pointer(row))
        .optional();
  }

  void add(LayerVersion version) {
    insert(version, PUBLISHED, null, null, null);
  }

  void add(StagedVersion staged) {
    insert(staged.version(), STAGED, staged.importId(), staged.base(), staged.definition());
  }

  private void insert(
      LayerVersion version,
      String state,
      @Nullable String importId,
      VersionNotes.@Nullable Base base,
      @Nullable LayerDefinition definition) {
    String sql =
        """
        INSERT INTO citygis.layer_version (layer, version, shape,
          e_min_x, e_min_y, e_max_x, e_max_y, b_min_x, b_min_y, b_max_x, b_max_y,
          row_count, created_at, created_by, source, lineage,
          state, import_id, base_version, base_revision, definition)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
        .param(json.writeValueAsString(version.lineage()))
        .param(state)
        .param(importId)
        .param(base == null ? null : base.version())
        .param(base == null ? null : base.revision())
        .param(definition == null ? null : json.writeValueAsString(definition))
        .update();
  }

  /** The published ones, newest first. */
  List<LayerVersion> versions(String layer) {
    return jdbc.sql(
            """
            SELECT * FROM citygis.layer_version
            WHERE layer = ? AND state = 'published' ORDER BY version DESC
            """)
        .param(layer)
        .query((row, n) -> version(row))
        .list();
  }

  /** Names of the tables of all versions of all layers, staged ones included. */
  Set<String> tableNames() {
    return Set.copyOf(
        jdbc.sql("SELECT layer, version FROM citygis.layer_version")
            .query((row, n) -> row.getString("layer") + "_v" + row.getInt("version"))
            .list());
  }

  Optional<LayerVersion> findVersion(String layer, int number) {
    return jdbc.sql(
            """
            SELECT * FROM citygis.layer_version
            WHERE layer = ? AND version = ? AND state = 'published'
            """)
        .params(layer, number)
        .query((row, n) -> version(row))
        .optional();
  }

  List<StagedVersion> staged() {
    return jdbc.sql("SELECT * FROM citygis.layer_version WHERE state = 'staged'")
        .query((row, n) -> staged(row))
        .list();
  }

  Optional<StagedVersion> findStaged(String importId) {
    return jdbc.sql(
            """
            SELECT * FROM citygis.layer_version
            WHERE state = 'staged' AND import_id = ? ORDER BY created_at DESC FETCH FIRST ROW ONLY
            """)
        .param(importId)
        .query((row, n) -> staged(row))
        .optional();
  }

  /** Whether it was still staged. */
  boolean markPublished(LayerVersion version) {
    return jdbc.sql(
                """
                UPDATE citygis.layer_version SET state = 'published', definition = NULL
                WHERE layer = ? AND version = ? AND state = 'staged'
                """)
            .params(version.table().layer(), version.number())
            .update()
        > 0;
  }

  void delete(LayerVersion version) {
    jdbc.sql("DELETE FROM citygis.layer_version WHERE layer = ? AND version = ?")
        .params(version.table().layer(), version.number())
        .update();
  }

  private Pointer pointer(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    int version = row.getInt("current_version");
    boolean hasVersion = !row.wasNull();
    return new Pointer(
        row.getString("id"),
        definition == null ? null : json.readValue(definition, LayerDefinition.class),
        hasVersion ? version : null,
        row.getLong("revision"),
        row.getString("style"));
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
        row.getString("source"),
        json.readValue(row.getString("lineage"), LINEAGE));
  }

  private StagedVersion staged(ResultSet row) throws SQLException {
    String definition = row.getString("definition");
    int base = row.getInt("base_version");
    Integer version = row.wasNull() ? null : base;
    long changes = row.getLong("base_revision");
    Long revision = row.wasNull() ? null : changes;
    return new StagedVersion(
        version(row),
        row.getString("import_id"),
        version == null && revision == null ? null : new VersionNotes.Base(version, revision),
        definition == null ? null : json.readValue(definition, LayerDefinition.class));
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
