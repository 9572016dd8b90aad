package org.citygis.style;

import java.awt.geom.Path2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture made of filled and stroked outlines, as an SVG file says it; nothing in it points
 * elsewhere. Coordinates are those of the SVG's view box moved to 0,0: x to the right, y down.
 *
 * @param id the same for equal pictures
 * @param parts in drawing order
 */
public record Icon(String id, double width, double height, List<Part> parts) {

  /**
   * One outline, with all transformations of the file applied.
   *
   * @param path as it is; whoever gets it must not change it
   * @param fill {@code #rrggbb}, null for none
   * @param stroke {@code #rrggbb}, null for none
   * @param strokeWidth in units of the view box
   */
  public record Part(
      Path2D path,
      @Nullable String fill,
      double fillOpacity,
      @Nullable String stroke,
      double strokeWidth,
      double strokeOpacity) {}

  public Icon {
    parts = List.copyOf(parts);
  }
}
