package org.citygis.maps.font;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * How a text is written; lengths in pixels.
 *
 * @param family names in order of preference, separated by commas
 * @param halo colour of its rim, null for none
 */
public record Lettering(
    String family,
    double size,
    boolean bold,
    boolean italic,
    Color color,
    @Nullable Color halo,
    double haloWidth) {

  /** Dark, without halo. */
  public static Lettering plain(double size, boolean bold) {
    return new Lettering("sans-serif", size, bold, false, new Color(0x22, 0x22, 0x22), null, 0);
  }
}
