package org.citygis.web.pdf;

import java.awt.Graphics2D;

/** Something drawn with lines and areas; no text, for which the server may have no font. */
@FunctionalInterface
public interface Picture {
  /**
   * @param width of the place on the page, in the units of the graphics; the origin is its upper
   *     left corner
   */
  void draw(Graphics2D graphics, double width, double height);
}
