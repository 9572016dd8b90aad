package org.citygis.features.site;

import java.util.List;
import org.citygis.text.Text;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A small map of the site with what lies around it, north up, to be drawn in any medium.
 *
 * @param view what it shows, in the site's survey system
 * @param shapes in drawing order, cut to the view
 * @param site its outline, or the place
 * @param legend what the colours mean
 * @param barMetres length of the scale bar
 * @param leftOut layers that have too much there to be drawn
 */
record Sketch(
    Envelope view,
    List<Shape> shapes,
    Geometry site,
    List<Entry> legend,
    double barMetres,
    List<Text> leftOut) {
  static final int WIDTH = 680;
  static final int HEIGHT = 400;
  static final String SITE_COLOR = "#c2185b";

  /**
   * A feature.
   *
   * @param color {@code #rrggbb} of its area, line or dot
   */
  record Shape(Geometry geometry, String color) {}

  /** A colour of the legend. */
  record Entry(Text title, String color) {}

  double pixelsPerMetre() {
    return WIDTH / view.getWidth();
  }

  double x(double easting) {
    return (easting - view.getMinX()) * pixelsPerMetre();
  }

  double y(double northing) {
    return (view.getMaxY() - northing) * pixelsPerMetre();
  }
}
