package org.citygis.ingest.geopackage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.UnreadableFile;

/** The layers of a GeoPackage. */
public final class GeoPackage {
  private static final int MOST_LAYERS = 1_000;

  private GeoPackage() {}

  /**
   * One set of files for each table of features or attributes, in the order of the contents. GDAL
   * puts a table {@code ogr_empty_table} beside images, which is none.
   *
   * @param name of the file, for display
   * @throws UnreadableFile where it is no GeoPackage, is broken, or holds no such table
   */
  public static List<FileSet> layers(String name, Path file, Findings findings)
      throws UnreadableFile {
    List<FileSet> layers = new ArrayList<>();
    try (Database database = Database.open(file)) {
      checkContents(database);
      database.query(
          """
          SELECT c.table_name, m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AS plain
          FROM gpkg_contents c JOIN sqlite_master m ON lower(m.name) = lower(c.table_name)
          WHERE c.data_type IN ('features', 'attributes', 'aspatial')
            AND m.type IN ('table', 'view') AND c.table_name <> 'ogr_empty_table'
          ORDER BY c.rowid LIMIT ?
          """,
          row -> {
            String table = String.valueOf(row.getString(1));
            if (row.getBoolean(2)) {
              layers.add(new FileSet(table, Map.of("gpkg", file), table));
            } else {
              findings.add(0, Defect.GPKG_VIEW_IGNORED, table);
            }
          },
          MOST_LAYERS);
    }
    if (layers.isEmpty()) {
      throw new UnreadableFile(Finding.of(0, Defect.GPKG_WITHOUT_LAYER, name));
    }
    return layers;
  }

  private static void checkContents(Database database) throws UnreadableFile {
    List<String> found = new ArrayList<>();
    database.query(
        "SELECT name FROM sqlite_master WHERE name = 'gpkg_contents' AND type = 'table'",
        row -> found.add(row.getString(1)));
    if (found.isEmpty()) {
      throw new UnreadableFile(Finding.of(0, Defect.GPKG_NOT_GEOPACKAGE, "no table gpkg_contents"));
    }
  }
}
