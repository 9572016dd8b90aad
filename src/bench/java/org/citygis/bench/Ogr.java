package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** GDAL's way of loading the same file into the same PostGIS. */
final class Ogr {
  private Ogr() {}

  /**
   * Milliseconds for a table with a gist index and a primary key.
   *
   * @param table its name
   * @param type of its geometry, in ogr2ogr's words
   * @param source a .shp file, or {@code /vsizip/…} for one inside a zip
   */
  static double load(Options options, Postgis postgis, String table, String type, String source)
      throws IOException, InterruptedException {
    return Program.run(
        options.folder().resolve("ogr2ogr.log"),
        List.of(
            "ogr2ogr",
            "--config",
            "PG_USE_COPY",
            "YES",
            "-f",
            "PostgreSQL",
            postgis.gdal(),
            source,
            "-overwrite",
            "-nln",
            table,
            "-nlt",
            type,
            "-a_srs",
            "EPSG:4547",
            "-lco",
            "GEOMETRY_NAME=geom",
            "-lco",
            "SPATIAL_INDEX=GIST"));
  }

  static void unzip(Options options, Path zip, Path folder)
      throws IOException, InterruptedException {
    Program.run(
        options.folder().resolve("unzip.log"),
        List.of("unzip", "-o", "-q", zip.toString(), "-d", folder.toString()));
  }
}
