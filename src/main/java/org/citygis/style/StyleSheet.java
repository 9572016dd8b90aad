package org.citygis.style;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A style together with its text.
 *
 * @param sld as it was written
 * @param layer the layer that it was saved for; null for a style of a file, which serves any
 * @param version counts from 1; 0 for a style of a file
 * @param changedBy the sign-in name, null for a style of a file
 * @param etag changes with the text
 */
public record StyleSheet(
    Style style,
    String sld,
    @Nullable String layer,
    int version,
    @Nullable Instant changedAt,
    @Nullable String changedBy,
    String etag) {

  public String id() {
    return style.id();
  }

  /** Whether it comes from a file and cannot be changed. */
  public boolean isFile() {
    return layer == null;
  }
}
