package org.citygis.ingest.geopackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.FieldNames;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.ReferenceClue;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * What a GeoPackage says about one of its tables.
 *
 * @param geometry the column, null for a table of attributes
 */
record TableDescription(
    List<Column> columns, @Nullable String geometry, Shape shape, ReferenceClue reference) {

  private record Geometry(String column, Shape shape, long srs) {}

  private record Declared(String name, String type, boolean key) {}

  static TableDescription of(Database database, String table, Findings findings)
      throws UnreadableFile {
    Geometry geometry = geometry(database, table);
    List<Declared> declared = declared(database, table);
    if (declared.isEmpty()) {
      throw new UnreadableFile(Finding.of(0, Defect.GPKG_BROKEN, "no table " + table));
    }
    if (declared.size() > RecordLimit.FIELDS) {
      throw new UnreadableFile(
          Finding.of(0, Defect.FIELDS_TOO_MANY, declared.size(), RecordLimit.FIELDS));
    }
    FieldNames names = new FieldNames(findings);
    List<Column> columns = new ArrayList<>();
    for (Declared column : declared) {
      boolean isGeometry = geometry != null && geometry.column.equalsIgnoreCase(column.name);
      if (!isGeometry && !isRowNumber(column)) {
        FieldKind kind = Column.kind(column.type);
        if (kind == null) {
          findings.add(0, Defect.FIELD_BINARY, column.name);
        } else {
          columns.add(
              new Column(
                  column.name,
                  new SourceField(
                      names.claim(column.name.replace("\0", "").strip()),
                      column.name,
                      kind,
                      Column.width(column.type))));
        }
      }
    }
    return new TableDescription(
        List.copyOf(columns),
        geometry == null ? null : geometry.column,
        geometry == null ? Shape.NONE : geometry.shape,
        geometry == null ? new ReferenceClue.Unmarked() : reference(database, geometry.srs));
  }

  /** The number that GIS programs give each row, which means nothing outside the file. */
  private static boolean isRowNumber(Declared column) {
    String name = column.name.toLowerCase(Locale.ROOT);
    return column.key
        && column.type.equalsIgnoreCase("INTEGER")
        && (name.equals("fid") || name.equals("ogc_fid"));
  }

  private static List<Declared> declared(Database database, String table) throws UnreadableFile {
    List<Declared> declared = new ArrayList<>();
    database.query(
        "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid",
        row ->
            declared.add(
                new Declared(
                    String.valueOf(row.getString(1)),
                    row.getString(2) == null ? "" : row.getString(2),
                    row.getInt(3) == 1)),
        table);
    return declared;
  }

  private static @Nullable Geometry geometry(Database database, String table)
      throws UnreadableFile {
    if (!exists(database, "gpkg_geometry_columns")) {
      return null;
    }
    List<Geometry> found = new ArrayList<>();
    database.query(
        """
        SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns
        WHERE lower(table_name) = lower(?) LIMIT 1
        """,
        row ->
            found.add(
                new Geometry(
                    String.valueOf(row.getString(1)),
                    shape(String.valueOf(row.getString(2))),
                    row.getLong(3))),
        table);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static boolean exists(Database database, String table) throws UnreadableFile {
    List<String> found = new ArrayList<>();
    database.query(
        "SELECT name FROM sqlite_master WHERE lower(name) = ? AND type = 'table'",
        row -> found.add(row.getString(1)),
        table);
    return !found.isEmpty();
  }

  private static Shape shape(String type) {
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "POINT" -> Shape.POINT;
      case "MULTIPOINT" -> Shape.MULTIPOINT;
      case "LINESTRING", "MULTILINESTRING", "CURVE", "MULTICURVE" -> Shape.LINE;
      case "POLYGON", "MULTIPOLYGON", "SURFACE", "MULTISURFACE" -> Shape.POLYGON;
      default -> Shape.ANY;
    };
  }

  private static ReferenceClue reference(Database database, long srs) throws UnreadableFile {
    List<ReferenceClue> found = new ArrayList<>();
    if (exists(database, "gpkg_spatial_ref_sys")) {
      database.query(
          """
          SELECT organization, organization_coordsys_id, definition
          FROM gpkg_spatial_ref_sys WHERE srs_id = ? AND srs_id > 0 LIMIT 1
          """,
          row -> {
            String definition = row.getString(3) == null ? "" : row.getString(3).strip();
            if ("EPSG".equalsIgnoreCase(row.getString(1))) {
              found.add(new ReferenceClue.Code("EPSG:" + row.getLong(2)));
            } else if (!definition.isEmpty() && !definition.equals("undefined")) {
              found.add(new ReferenceClue.Wkt(definition));
            }
          },
          srs);
    }
    return found.isEmpty() ? new ReferenceClue.Unmarked() : found.getFirst();
  }
}
