package org.citygis.maps.draw;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.citygis.style.Icon;
import org.citygis.style.Marks;

/** Draws one mark or icon. */
final class StampPainter {
  private StampPainter() {}

  /**
   * @param graphics whose units are pixels of the style
   * @param x of its middle
   * @param angle radians clockwise
   */
  static void draw(Graphics2D graphics, Stamp stamp, double x, double y, double angle) {
    AffineTransform before = graphics.getTransform();
    Composite composite = graphics.getComposite();
    graphics.translate(x, y);
    graphics.rotate(angle);
    if (stamp.opacity() < 1) {
      graphics.setComposite(
          AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) stamp.opacity()));
    }
    if (stamp.icon() != null) {
      icon(graphics, stamp.icon(), stamp.size());
    } else {
      mark(graphics, stamp);
    }
    graphics.setComposite(composite);
    graphics.setTransform(before);
  }

  private static void mark(Graphics2D graphics, Stamp stamp) {
    Path2D outline = Marks.outline(stamp.mark(), stamp.size());
    boolean open = Marks.isOpen(stamp.mark());
    Tint fill = stamp.fill();
    if (fill != null && fill.color() != null && !open) {
      graphics.setColor(fill.color());
      graphics.fill(outline);
    }
    Pen pen = stamp.pen();
    if (pen != null && pen.isVisible()) {
      graphics.setColor(pen.color());
      graphics.setStroke(pen.stroke());
      graphics.draw(outline);
    } else if (open && fill != null && fill.color() != null) {
      graphics.setColor(fill.color());
      graphics.setStroke(new BasicStroke(1));
      graphics.draw(outline);
    }
  }

  private static void icon(Graphics2D graphics, Icon icon, double height) {
    double scale = height / icon.height();
    graphics.scale(scale, scale);
    graphics.translate(-icon.width() / 2, -icon.height() / 2);
    for (Icon.Part part : icon.parts()) {
      if (part.fill() != null) {
        graphics.setColor(color(part.fill(), part.fillOpacity()));
        graphics.fill(part.path());
      }
      if (part.stroke() != null && part.strokeWidth() > 0) {
        graphics.setColor(color(part.stroke(), part.strokeOpacity()));
        graphics.setStroke(new BasicStroke((float) part.strokeWidth()));
        graphics.draw(part.path());
      }
    }
  }

  private static Color color(String text, double opacity) {
    Color opaque = Resolver.parse(text, Color.BLACK);
    int alpha = (int) Math.round(255 * Math.clamp(opacity, 0, 1));
    return new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), alpha);
  }
}
