package org.citygis.ingest.kml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** One Placemark as it stands in the file. */
final class Placemark {
  /**
   * A field before it has a name of its own.
   *
   * @param own one of KML's own, not of the extended data
   */
  record Key(boolean own, String name) {}

  private final Map<Key, String> values = new LinkedHashMap<>();
  private @Nullable Geometry geometry;
  private @Nullable String bad;
  private boolean closed;

  void put(boolean own, String name, String value) {
    if (!value.isEmpty()) {
      values.put(new Key(own, name), value);
    }
  }

  /** Takes what was read of a geometry element. */
  void take(@Nullable Geometry read, Shapes shapes) {
    geometry = geometry == null ? read : geometry;
    bad = bad == null ? shapes.bad() : bad;
    closed = closed || shapes.closed();
  }

  Map<Key, String> values() {
    return values;
  }

  @Nullable Geometry geometry() {
    return geometry;
  }

  /** What is wrong with the geometry or a part of it; null where nothing is. */
  @Nullable String bad() {
    return bad;
  }

  boolean closed() {
    return closed;
  }
}
