package org.citygis.features.edit;

import org.citygis.catalog.OpenLayer;
import org.citygis.features.ogc.CrsChoices;
import org.citygis.geo.Crs;
import org.jspecify.annotations.Nullable;

/** The header that names the system of a body's positions, whose axis order it then follows. */
final class ContentCrs {
  static final String NAME = "Content-Crs";

  private ContentCrs() {}

  /**
   * @param header such as {@code <http://www.opengis.net/def/crs/EPSG/0/4490>}, with or without
   *     brackets; null for CRS84, as GeoJSON has it
   */
  static Crs of(OpenLayer layer, @Nullable String header) {
    if (header == null) {
      return Crs.CRS84;
    }
    String uri = header.strip();
    boolean bracketed = uri.startsWith("<") && uri.endsWith(">");
    return CrsChoices.of(layer)
        .choose(NAME, bracketed ? uri.substring(1, uri.length() - 1).strip() : uri);
  }
}
