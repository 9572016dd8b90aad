package org.citygis.features.ogc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The profiles of features in JSON (OGC Features and Geometries JSON 1.0, GeoJSON profiles). */
enum ItemProfile implements Profile {
  /** GeoJSON, in the system asked for. */
  RFC7946("rfc7946"),
  /** JSON-FG whose {@code geometry} is null where there is a {@code place}. */
  JSONFG("jsonfg"),
  /** JSON-FG with both, so that readers of GeoJSON find a shape. */
  JSONFG_PLUS("jsonfg-plus");

  private final String id;

  ItemProfile(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  boolean isJsonFg() {
    return this != RFC7946;
  }

  static ItemProfile choose(@Nullable String text, Format format) {
    return Profile.choose(
        text,
        values(),
        switch (format) {
          case JSONFG -> List.of(JSONFG_PLUS, JSONFG);
          case JSON -> List.of(values());
          case HTML, CSV, FLATGEOBUF -> List.of(RFC7946);
        });
  }
}
