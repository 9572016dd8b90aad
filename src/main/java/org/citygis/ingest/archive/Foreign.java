package org.citygis.ingest.archive;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Formats that staff have but that are not read here.
 *
 * @param name as people call it
 * @param export what to make of it instead
 */
record Foreign(String name, Set<String> extensions, String export) {
  private static final String VECTOR = "GeoPackage / Shapefile";
  private static final List<Foreign> KNOWN =
      List.of(
          new Foreign(
              "Esri File Geodatabase",
              Set.of("gdb", "gdbtable", "gdbtablx", "gdbindexes", "freelist"),
              VECTOR),
          new Foreign("Esri Personal Geodatabase / Access", Set.of("mdb", "accdb"), VECTOR),
          new Foreign("MapInfo", Set.of("tab", "mif"), VECTOR),
          new Foreign("MapGIS", Set.of("wt", "wl", "wp"), VECTOR),
          new Foreign("SuperMap", Set.of("udb", "udbx", "udd", "smw"), VECTOR),
          new Foreign("AutoCAD DXF/DWG", Set.of("dxf", "dwg"), VECTOR),
          new Foreign("MicroStation DGN", Set.of("dgn"), VECTOR),
          new Foreign("ArcInfo E00", Set.of("e00"), VECTOR),
          new Foreign("GML", Set.of("gml"), VECTOR + " / GeoJSON"),
          new Foreign("TopoJSON", Set.of("topojson"), "GeoJSON"),
          new Foreign("GPX", Set.of("gpx"), "GeoJSON / KML"),
          new Foreign("GeoParquet", Set.of("parquet", "geoparquet"), "GeoPackage / FlatGeobuf"),
          new Foreign("SQLite / SpatiaLite", Set.of("sqlite"), "GeoPackage"),
          new Foreign("Excel", Set.of("xls", "xlsx", "et", "ods"), "CSV (UTF-8)"),
          new Foreign("TXT", Set.of("txt"), "CSV / TSV"),
          new Foreign("GeoTIFF", Set.of("tif", "tiff", "img"), VECTOR),
          new Foreign(
              "RAR / 7z / tar", Set.of("rar", "7z", "tar", "gz", "tgz", "bz2", "xz"), "ZIP"));

  /** Pictures and notes often lie beside layers and are not missed. */
  boolean isMissed() {
    return !name.equals("TXT") && !name.equals("GeoTIFF");
  }

  /** The format of a file that cannot be read. */
  static Optional<Foreign> find(EntryName name) {
    if (("/" + name.folder().toLowerCase(Locale.ROOT)).contains(".gdb/")) {
      return Optional.of(KNOWN.getFirst());
    }
    return KNOWN.stream().filter(known -> known.extensions.contains(name.extension())).findFirst();
  }
}
