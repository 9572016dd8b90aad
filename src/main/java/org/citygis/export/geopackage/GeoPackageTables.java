package org.citygis.export.geopackage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.format.Contents;
import org.citygis.format.FileColumn;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;

/** Makes the tables of a GeoPackage and describes the layer's in them. */
final class GeoPackageTables {
  private static final String[] BUILDING = {
    // The file is thrown away when its making fails, so nothing needs to be undone in it.
    "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "PRAGMA cache_size = -16000"
  };

  private final Connection connection;
  private final Contents contents;
  private final List<String> names;
  private final SpatialReference reference;

  /**
   * @param names of the columns in the table
   */
  GeoPackageTables(
      Connection connection, Contents contents, List<String> names, SpatialReference reference) {
    this.connection = connection;
    this.contents = contents;
    this.names = names;
    this.reference = reference;
  }

  /** Leaves the connection in a transaction that rows can be added in. */
  void create(Catalog catalog) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : BUILDING) {
        statement.execute(sql);
      }
      for (String sql : GeoPackageSchema.HEAD) {
        statement.execute(sql);
      }
      connection.setAutoCommit(false);
      for (String sql : GeoPackageSchema.TABLES) {
        statement.execute(sql);
      }
      statement.execute(table());
      if (contents.geometry() != null) {
        statement.execute(
            "CREATE VIRTUAL TABLE %s USING rtree(id, minx, maxx, miny, maxy)".formatted(index()));
      }
    }
    references();
    describe();
    columns(catalog);
    extensions();
  }

  /** The spatial index, quoted. */
  String index() {
    return GeoPackageSchema.quote("rtree_" + contents.id() + "_geom");
  }

  private String table() {
    List<String> columns = new ArrayList<>();
    columns.add("\"fid\" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    GeometryColumn geometry = contents.geometry();
    if (geometry != null) {
      columns.add("\"geom\" " + geometry.type());
    }
    for (int i = 0; i < names.size(); i++) {
      columns.add(GeoPackageSchema.quote(names.get(i)) + " " + type(contents.columns().get(i)));
    }
    return "CREATE TABLE %s (%s)"
        .formatted(GeoPackageSchema.quote(contents.id()), String.join(", ", columns));
  }

  private static String type(FileColumn column) {
    return switch (column.type()) {
      case TEXT -> "TEXT";
      case INTEGER -> "INTEGER";
      case NUMBER -> "REAL";
      case BOOLEAN -> "BOOLEAN";
      case DATE -> "DATE";
      case DATETIME -> "DATETIME";
    };
  }

  private void references() throws SQLException {
    Set<SpatialReference> all =
        new LinkedHashSet<>(
            List.of(
                SpatialReference.CARTESIAN, SpatialReference.GEOGRAPHIC, SpatialReference.WGS_84));
    Set<Integer> known = new HashSet<>();
    all.forEach(each -> known.add(each.id()));
    if (known.add(reference.id())) {
      all.add(reference);
    }
    for (SpatialReference each : all) {
      row(
          "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
          each.name(),
          each.id(),
          each.organization(),
          each.code(),
          each.definition(),
          each.description());
    }
  }

  private void describe() throws SQLException {
    GeometryColumn geometry = contents.geometry();
    String summary = contents.layer().definition().summary().in(contents.lang());
    String system = contents.target().description().in(contents.lang());
    row(
        """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)
        VALUES (?, ?, ?, ?, ?)""",
        contents.id(),
        geometry == null ? "attributes" : "features",
        contents.title().in(contents.lang()),
        contents.target().isShifted() ? summary + " " + system : summary,
        geometry == null ? null : reference.id());
    if (geometry != null) {
      row(
          "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, ?, ?)",
          contents.id(),
          geometry.type().name(),
          reference.id(),
          geometry.hasZ() ? 1 : 0,
          geometry.hasM() ? 1 : 0);
    }
  }

  /** Names for people and code lists, which desktop programs show. */
  private void columns(Catalog catalog) throws SQLException {
    Set<String> listed = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      FileColumn column = contents.columns().get(i);
      CodeList codes =
          column.codes() == null ? null : catalog.findCodeList(column.codes()).orElse(null);
      if (codes != null && listed.add(codes.id())) {
        codeList(codes);
      }
      String unit = column.label() == null ? column.field().unit() : null;
      row(
          "INSERT INTO gpkg_data_columns VALUES (?, ?, NULL, ?, ?, NULL, ?)",
          contents.id(),
          names.get(i),
          column.title().in(contents.lang()),
          column.title().zh()
              + " / "
              + column.title().en()
              + (unit == null ? "" : " [" + unit + "]"),
          codes == null ? null : codes.id());
    }
  }

  private void codeList(CodeList codes) throws SQLException {
    for (CodeList.Entry entry : codes.entries()) {
      row(
          "INSERT INTO gpkg_data_column_constraints VALUES (?, 'enum', ?, NULL, NULL, NULL, NULL, ?)",
          codes.id(),
          entry.code(),
          entry.title().in(contents.lang()));
    }
  }

  private void extensions() throws SQLException {
    if (contents.geometry() != null) {
      row(
          """
          INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index',
            'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')""",
          contents.id());
    }
    for (String table : List.of("gpkg_data_columns", "gpkg_data_column_constraints")) {
      row(
          """
          INSERT INTO gpkg_extensions VALUES (?, NULL, 'gpkg_schema',
            'http://www.geopackage.org/spec130/#extension_schema', 'read-write')""",
          table);
    }
  }

  private void row(String sql, @Nullable Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
