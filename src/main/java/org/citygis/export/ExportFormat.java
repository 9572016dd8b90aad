package org.citygis.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** The formats that a layer can be had in. */
public enum ExportFormat {
  GEOJSON("geojson", "application/geo+json", false),
  SHAPEFILE("zip", "application/zip", true),
  GEOPACKAGE("gpkg", "application/geopackage+sqlite3", true),
  CSV("csv", "text/csv;charset=utf-8", false),
  FLATGEOBUF("fgb", "application/vnd.flatgeobuf", false);

  private final String extension;
  private final String mediaType;
  private final boolean viaFile;

  ExportFormat(String extension, String mediaType, boolean viaFile) {
    this.extension = extension;
    this.mediaType = mediaType;
    this.viaFile = viaFile;
  }

  /** By the value of {@code f}. */
  static ExportFormat parse(String text) {
    return Arrays.stream(values())
        .filter(format -> format.tag().equals(text))
        .findFirst()
        .orElseThrow(
            () -> {
              String all =
                  Arrays.stream(values()).map(ExportFormat::tag).collect(Collectors.joining(", "));
              return Problem.Invalid.parameter(
                  "f", text, Text.of("格式之一：" + all, "one of the formats " + all));
            });
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Without the dot. */
  public String extension() {
    return extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether it is made in a file before it can be sent. */
  boolean viaFile() {
    return viaFile;
  }
}
