package org.citygis.maps.draw;

import org.jspecify.annotations.Nullable;

/** A symbol with its values for one feature; two that are equal look the same. */
sealed interface Ink {

  /**
   * @param offset by which the outline lies outside of the area
   */
  record Area(@Nullable Tint fill, @Nullable Pen outline, double offset) implements Ink {}

  /**
   * @param offset to the left of the line
   */
  record Trace(Pen pen, double offset) implements Ink {}

  record Spot(Stamp stamp) implements Ink {}
}
