package org.citygis.maps.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.citygis.maps.font.Face;
import org.citygis.maps.font.Lettering;
import org.citygis.maps.font.OutlineWriter;
import org.citygis.maps.font.Writer;
import org.citygis.maps.font.Writing;

/** Lines and texts of a sheet, in pixels of 0.28 mm. */
final class Pencil {
  static final Color INK = new Color(0x22, 0x22, 0x22);

  private final Graphics2D graphics;
  private final Writer writer;

  Pencil(Graphics2D graphics) {
    this.graphics = graphics;
    writer = new OutlineWriter(graphics);
  }

  Graphics2D graphics() {
    return graphics;
  }

  Writer writer() {
    return writer;
  }

  void line(double x1, double y1, double x2, double y2, double width, Color color) {
    graphics.setColor(color);
    graphics.setStroke(new BasicStroke((float) width));
    graphics.draw(new Line2D.Double(x1, y1, x2, y2));
  }

  void frame(double x, double y, double width, double height, double pen) {
    graphics.setColor(INK);
    graphics.setStroke(new BasicStroke((float) pen));
    graphics.draw(new Rectangle2D.Double(x, y, width, height));
  }

  void bar(double x, double y, double width, double height, Color color) {
    graphics.setColor(color);
    graphics.fill(new Rectangle2D.Double(x, y, width, height));
  }

  /**
   * A text whose place is at this share of its width: 0 for its left end, 1 for its right end.
   *
   * @param y of the baseline
   * @param most pixels; a longer text is written smaller
   */
  void text(String text, double x, double y, double size, boolean bold, double share, double most) {
    text(text, x, y, size, bold, share, most, 0, INK);
  }

  /**
   * @param angle by which it is turned around its place, in radians
   */
  void text(
      String text,
      double x,
      double y,
      double size,
      boolean bold,
      double share,
      double most,
      double angle,
      Color color) {
    if (text.isBlank()) {
      return;
    }
    double width = Face.of(lettering(size, bold, color)).width(text);
    double fitting = width > most ? size * most / width : size;
    double back = share * Math.min(width, most);
    writer.write(
        List.of(new Writing(text, x - back * Math.cos(angle), y - back * Math.sin(angle), angle)),
        lettering(Math.max(2, fitting), bold, color));
  }

  private static Lettering lettering(double size, boolean bold, Color color) {
    return new Lettering("sans-serif", size, bold, false, color, null, 0);
  }
}
