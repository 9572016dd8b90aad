package org.citygis.catalog;

import java.util.Locale;

/** What a layer's features are on the map. */
public enum GeometryKind {
  POINT,
  LINE,
  POLYGON,
  /** Points, lines and polygons in one layer. */
  MIXED,
  /** A table without places. */
  NONE;

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
