package org.citygis.features.places;

import org.citygis.geo.LonLat;
import org.jspecify.annotations.Nullable;

/** Compares distances to the place from which somebody searches; good within a region. */
record Nearness(@Nullable LonLat from) {

  boolean isKnown() {
    return from != null;
  }

  /** Squared, in degrees of latitude; 0 when no place was given. */
  double of(double lon, double lat) {
    if (from == null) {
      return 0;
    }
    double dx = (lon - from.lon()) * Math.cos(Math.toRadians(from.lat()));
    double dy = lat - from.lat();
    return dx * dx + dy * dy;
  }

  /** Of the nearest place in a box. */
  double ofBox(double west, double south, double east, double north) {
    return from == null
        ? 0
        : of(Math.clamp(from.lon(), west, east), Math.clamp(from.lat(), south, north));
  }
}
