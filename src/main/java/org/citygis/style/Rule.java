package org.citygis.style;

import java.util.List;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Which features are drawn with which symbols at which scales.
 *
 * @param title null for a rule that no legend shows
 * @param pass number of the pass over all features in which it draws, from 0
 * @param minScale smallest scale denominator at which it draws, included
 * @param maxScale largest scale denominator, no longer included; infinite for none
 * @param filter null for all features
 * @param otherwise whether it draws what no other rule of its pass draws
 */
public record Rule(
    String id,
    @Nullable Text title,
    int pass,
    double minScale,
    double maxScale,
    @Nullable Filter filter,
    boolean otherwise,
    List<Symbolizer> symbolizers) {

  /** The scale denominator of zoom 0: 256 pixels of 0.28 mm around the equator. */
  public static final double SCALE_OF_ZOOM_0 = 559_082_264.028_717_8;

  public Rule {
    symbolizers = List.copyOf(symbolizers);
  }

  /** The first zoom at which it draws, null for the very first. */
  public @Nullable Double minZoom() {
    return Double.isInfinite(maxScale) ? null : zoom(maxScale);
  }

  /** The zoom from which on it no longer draws, null when it always does. */
  public @Nullable Double maxZoom() {
    return minScale == 0 ? null : zoom(minScale);
  }

  /** Whether it draws anywhere from the first zoom to the last, up to the next after it. */
  boolean drawsWithin(int firstZoom, int lastZoom) {
    double largest = SCALE_OF_ZOOM_0 / Math.pow(2, firstZoom);
    double smallest = SCALE_OF_ZOOM_0 / Math.pow(2, lastZoom + 1);
    return maxScale > smallest && minScale <= largest;
  }

  private static double zoom(double scale) {
    return Math.round(100 * Math.log(SCALE_OF_ZOOM_0 / scale) / Math.log(2)) / 100.0;
  }
}
