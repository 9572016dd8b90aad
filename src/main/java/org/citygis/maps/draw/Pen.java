package org.citygis.maps.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stroke with its values for one feature; lengths in pixels.
 *
 * @param color with its opacity as alpha
 * @param dash lengths of dashes and gaps, empty for a solid line
 * @param cap as {@link BasicStroke} counts caps
 * @param join as {@link BasicStroke} counts joins
 * @param beads set along the line in place of the line itself, null for a line
 */
record Pen(
    Color color,
    double width,
    List<Double> dash,
    double dashOffset,
    int cap,
    int join,
    @Nullable Stamp beads) {
  private static final float MITRE_LIMIT = 4;

  boolean isVisible() {
    return beads != null || (width > 0 && color.getAlpha() > 0);
  }

  BasicStroke stroke() {
    float[] lengths = new float[dash.size()];
    float sum = 0;
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = dash.get(i).floatValue();
      sum += lengths[i];
    }
    return new BasicStroke(
        (float) width, cap, join, MITRE_LIMIT, sum > 0 ? lengths : null, (float) dashOffset);
  }
}
