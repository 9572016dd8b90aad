package org.citygis.maps.print;

import java.time.LocalDate;
import java.util.List;
import org.citygis.maps.draw.MapLayer;
import org.citygis.maps.draw.View;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A sheet that is to be drawn; lengths in pixels of 0.28 mm.
 *
 * @param view what the map shows; its size is that of the frame
 * @param scale the true denominator
 * @param classification null for an open map
 */
record Sheet(
    Text title,
    double width,
    double height,
    double left,
    double top,
    View view,
    double scale,
    List<MapLayer> layers,
    boolean grid,
    boolean legend,
    @Nullable Text classification,
    Text source,
    LocalDate date,
    Words words) {
  /** Paper around everything. */
  static final double MARGIN = px(10);

  /** Above the map: title and mark. */
  static final double HEAD = px(14);

  /** Below the map: scale, source and date. */
  static final double FOOT = px(18);

  /** Beside the map: the legend. */
  static final double LEGEND = px(52);

  /** Pixels of so many millimetres. */
  static double px(double millimetres) {
    return millimetres / 1000 / View.PIXEL_METRES;
  }

  double right() {
    return left + view.width();
  }

  double bottom() {
    return top + view.height();
  }
}
