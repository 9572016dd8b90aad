package org.citygis.style;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.citygis.style.Symbolizer.Fill;
import org.citygis.style.Symbolizer.Graphic;
import org.citygis.style.Symbolizer.Stroke;

/** Paints marks and icons with constant values on a canvas of Java2D. */
public final class GraphicPainter {
  private GraphicPainter() {}

  /** Draws it around x,y, this high, turned as it says; its opacity is left to the caller. */
  public static void draw(Graphics2D canvas, Graphic graphic, double x, double y, double size) {
    AffineTransform before = canvas.getTransform();
    canvas.translate(x, y);
    Icon icon = graphic.icon();
    if (icon != null) {
      icon(canvas, icon, size);
    } else {
      mark(canvas, graphic, Marks.outline(graphic.mark(), size));
    }
    canvas.setTransform(before);
  }

  /** Draws one period of a hatch from 0,0, with what reaches in from the neighbours. */
  public static void hatch(Graphics2D canvas, Graphic graphic, double period) {
    boolean slants = graphic.mark().equals("slash") || graphic.mark().equals("backslash");
    double size = slants || Marks.isOpen(graphic.mark()) ? period : period * 0.6;
    for (int x = -1; x <= 1; x++) {
      for (int y = -1; y <= 1; y++) {
        draw(canvas, graphic, (x + 0.5) * period, (y + 0.5) * period, size);
      }
    }
  }

  private static void mark(Graphics2D canvas, Graphic graphic, Path2D outline) {
    Fill fill = graphic.fill();
    Stroke stroke = graphic.stroke();
    boolean plain = fill == null && stroke == null;
    if ((fill != null || plain) && !Marks.isOpen(graphic.mark())) {
      String color = fill == null ? "#808080" : Constants.color(fill.color(), "#808080");
      paint(canvas, color, fill == null ? 1 : Constants.number(fill.opacity(), 1));
      canvas.fill(outline);
    }
    if (stroke != null) {
      paint(
          canvas,
          Constants.color(stroke.color(), "#000000"),
          Constants.number(stroke.opacity(), 1));
      line(canvas, Constants.number(stroke.width(), 1), outline);
    } else if (plain && Marks.isOpen(graphic.mark())) {
      paint(canvas, "#000000", 1);
      line(canvas, 1, outline);
    }
  }

  private static void icon(Graphics2D canvas, Icon icon, double size) {
    canvas.scale(size / icon.height(), size / icon.height());
    canvas.translate(-icon.width() / 2, -icon.height() / 2);
    for (Icon.Part part : icon.parts()) {
      if (part.fill() != null) {
        paint(canvas, part.fill(), part.fillOpacity());
        canvas.fill(part.path());
      }
      if (part.stroke() != null) {
        paint(canvas, part.stroke(), part.strokeOpacity());
        line(canvas, part.strokeWidth(), part.path());
      }
    }
  }

  private static void line(Graphics2D canvas, double width, Path2D outline) {
    if (width > 0) {
      canvas.setStroke(
          new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      canvas.draw(outline);
    }
  }

  private static void paint(Graphics2D canvas, String color, double opacity) {
    canvas.setComposite(
        AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.clamp(opacity, 0, 1)));
    canvas.setColor(Color.decode(color));
  }
}
