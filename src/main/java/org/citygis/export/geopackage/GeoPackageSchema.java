package org.citygis.export.geopackage;

/** The tables that the GeoPackage standard (1.3) prescribes. */
final class GeoPackageSchema {
  /** {@code GPKG}, and version 1.3. */
  static final String[] HEAD = {
    "PRAGMA application_id = 1196444487", "PRAGMA user_version = 10300"
  };

  static final String[] TABLES = {
    """
    CREATE TABLE gpkg_spatial_ref_sys (
      srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
      organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)""",
    """
    CREATE TABLE gpkg_contents (
      table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
      description TEXT DEFAULT '',
      last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
      min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
      CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))""",
    """
    CREATE TABLE gpkg_geometry_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
      srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
      CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
      CONSTRAINT uk_gc_table_name UNIQUE (table_name),
      CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
      CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))""",
    """
    CREATE TABLE gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL,
      CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
    """
    CREATE TABLE gpkg_data_columns (
      table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT,
      description TEXT, mime_type TEXT, constraint_name TEXT,
      CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
      CONSTRAINT gdc_tn UNIQUE (table_name, name))""",
    """
    CREATE TABLE gpkg_data_column_constraints (
      constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC,
      min_is_inclusive BOOLEAN, max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
      CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))"""
  };

  private static final String BOX =
      "ST_MinX(NEW.\"geom\"), ST_MaxX(NEW.\"geom\"), ST_MinY(NEW.\"geom\"), ST_MaxY(NEW.\"geom\")";

  private GeoPackageSchema() {}

  /**
   * What keeps the spatial index true when somebody edits the file; their functions are those of
   * the editing program.
   *
   * @param table quoted
   * @param index quoted
   * @param prefix of the triggers' names, without quotes
   */
  static String[] indexTriggers(String table, String index, String prefix) {
    String there = "(NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\"))";
    String gone = "(NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\"))";
    String put = "INSERT OR REPLACE INTO " + index + " VALUES (NEW.\"fid\", " + BOX + "); ";
    String drop = "DELETE FROM " + index + " WHERE id = OLD.\"fid\"; ";
    String same = "OLD.\"fid\" = NEW.\"fid\" AND ";
    String moved = "OLD.\"fid\" != NEW.\"fid\" AND ";
    String dropBoth = "DELETE FROM " + index + " WHERE id IN (OLD.\"fid\", NEW.\"fid\"); ";
    return new String[] {
      trigger(prefix + "insert", "INSERT ON " + table, there, put),
      trigger(prefix + "update1", "UPDATE OF \"geom\" ON " + table, same + there, put),
      trigger(prefix + "update2", "UPDATE OF \"geom\" ON " + table, same + gone, drop),
      trigger(prefix + "update3", "UPDATE ON " + table, moved + there, drop + put),
      trigger(prefix + "update4", "UPDATE ON " + table, moved + gone, dropBoth),
      trigger(prefix + "delete", "DELETE ON " + table, "OLD.\"geom\" NOT NULL", drop)
    };
  }

  private static String trigger(String name, String event, String condition, String work) {
    return "CREATE TRIGGER %s AFTER %s WHEN %s BEGIN %sEND"
        .formatted(quote(name), event, condition, work);
  }

  static String quote(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
