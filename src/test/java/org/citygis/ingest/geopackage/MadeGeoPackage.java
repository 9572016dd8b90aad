package org.citygis.ingest.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** A small GeoPackage of a test: a layer of plots, a table of owners, and what a test adds. */
public final class MadeGeoPackage {
  private static final List<String> SCHEMA =
      List.of(
          "PRAGMA page_size = 1024",
          "PRAGMA application_id = 1196444487",
          """
          CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,
            organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT)
          """,
          "INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000', 4547, 'EPSG', 4547, 'x', NULL)",
          """
          CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT,
            description TEXT, last_change DATETIME, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE,
            max_y DOUBLE, srs_id INTEGER)
          """,
          """
          CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,
            geometry_type_name TEXT, srs_id INTEGER, z TINYINT, m TINYINT)
          """,
          """
          CREATE TABLE "地块" (fid INTEGER PRIMARY KEY, geom POLYGON, "名称" TEXT(20), rooms MEDIUMINT,
            share DOUBLE, open BOOLEAN, built DATE, seen DATETIME, photo BLOB)
          """,
          "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('地块', 'features', 4547)",
          "INSERT INTO gpkg_geometry_columns VALUES ('地块', 'geom', 'POLYGON', 4547, 0, 0)",
          "CREATE TABLE owners (code TEXT, since DATE)",
          "INSERT INTO gpkg_contents (table_name, data_type) VALUES ('owners', 'attributes')",
          "INSERT INTO owners VALUES ('0102', '2023-04-01'), ('0103', 'soon')");

  private MadeGeoPackage() {}

  /**
   * Writes one.
   *
   * @param more statements to run at the end
   */
  public static void write(Path file, String... more) throws SQLException, ParseException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      try (Statement statement = connection.createStatement()) {
        for (String sql : SCHEMA) {
          statement.execute(sql);
        }
      }
      plot(connection, "POLYGON((500000 3380000,500100 3380000,500100 3380100,500000 3380000))", 1);
      plot(connection, "POLYGON((500200 3380000,500300 3380000,500300 3380100,500200 3380000))", 2);
      plot(connection, "POLYGON EMPTY", 3);
      try (Statement statement = connection.createStatement()) {
        for (String sql : more) {
          statement.execute(sql);
        }
      }
    }
  }

  private static void plot(Connection connection, String wkt, int number)
      throws SQLException, ParseException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO \"地块\" VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setInt(1, number);
      insert.setBytes(2, blob(new WKTReader().read(wkt)));
      insert.setString(3, "云川" + number + "号");
      insert.setInt(4, number);
      insert.setDouble(5, number / 4.0);
      insert.setInt(6, number % 2);
      insert.setString(7, "2023-04-0" + number);
      insert.setString(8, "2023-04-0" + number + "T00:30:00Z");
      insert.setBytes(9, new byte[] {1, 2, 3});
      insert.execute();
    }
  }

  private static byte[] blob(Geometry geometry) {
    byte[] wkb = new WKBWriter().write(geometry);
    return ByteBuffer.allocate(8 + wkb.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 'G')
        .put((byte) 'P')
        .put((byte) 0)
        .put((byte) (geometry.isEmpty() ? 0x11 : 1))
        .putInt(4547)
        .put(wkb)
        .array();
  }
}
