package org.citygis.ingest.archive;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The name of an entry or of a sent file, taken apart.
 *
 * @param folder where it lies, only to tell layers of the same name apart
 * @param base without extension, for display
 * @param extension in lower case
 */
record EntryName(String folder, String base, String extension) {
  private static final Set<String> LAYER_PARTS =
      Set.of(
          "shp",
          "shx",
          "dbf",
          "prj",
          "cpg",
          "geojson",
          "json",
          "geojsonl",
          "geojsons",
          "ndjson",
          "jsonl",
          "csv",
          "tsv",
          "gpkg",
          "fgb",
          "kml");
  private static final Set<String> ARCHIVES = Set.of("zip", "shz", "kmz");

  /** What programs put beside layers; a user who selects all files of a folder sends it along. */
  private static final Set<String> COMPANIONS =
      Set.of(
          "sbn", "sbx", "fbn", "fbx", "ain", "aih", "atx", "ixs", "mxs", "qix", "qpj", "qmd", "qml",
          "sld", "lyr", "xml", "csvt", "qgs", "qgz", "fix", "gfs");

  static EntryName of(String name) {
    String path = name.replace('\\', '/');
    int slash = path.lastIndexOf('/');
    String file = path.substring(slash + 1);
    int dot = file.lastIndexOf('.');
    return new EntryName(
        path.substring(0, slash + 1),
        dot < 0 ? file : file.substring(0, dot),
        dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  /** Whether the name would lead out of the folder it is unpacked into. */
  static boolean escapes(String name) {
    String path = name.replace('\\', '/');
    return path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || List.of(path.split("/", -1)).contains("..");
  }

  /** What operating systems add by themselves. */
  boolean isLitter() {
    return base.startsWith("._") || ("/" + folder).contains("/__MACOSX/");
  }

  boolean isLayerPart() {
    return LAYER_PARTS.contains(extension);
  }

  boolean isArchive() {
    return ARCHIVES.contains(extension);
  }

  boolean isCompanion() {
    return COMPANIONS.contains(extension);
  }

  /** What SQLite keeps beside a database that is open or was not closed. */
  boolean isJournal() {
    return extension.endsWith("-wal") || extension.endsWith("-journal");
  }

  /** Files with the same key belong to one layer. */
  String key() {
    return folder + base.toLowerCase(Locale.ROOT);
  }
}
