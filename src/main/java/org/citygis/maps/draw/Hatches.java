package org.citygis.maps.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.TexturePaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import org.citygis.style.Marks;

/**
 * Repeating patterns of marks. Their period divides the side of a tile, and they start at the grid
 * of all pictures, so that a hatch runs on from one picture to the next.
 */
final class Hatches {
  private static final int[] PERIODS = {4, 8, 16, 32, 64};

  private final View view;
  private final Map<Stamp, TexturePaint> known = new HashMap<>();

  Hatches(View view) {
    this.view = view;
  }

  TexturePaint of(Stamp stamp) {
    return known.computeIfAbsent(stamp, this::draw);
  }

  private TexturePaint draw(Stamp stamp) {
    int period = period(stamp.size());
    int side = (int) Math.max(1, Math.round(period * view.ratio()));
    BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    Painter.smooth(graphics);
    double scale = (double) side / period;
    Pen pen = stamp.pen();
    Tint fill = stamp.fill();
    Color color =
        pen != null
            ? pen.color()
            : fill != null && fill.color() != null ? fill.color() : Color.BLACK;
    graphics.setColor(color);
    if (stamp.icon() != null) {
      graphics.scale(scale, scale);
      StampPainter.draw(graphics, stamp, period / 2.0, period / 2.0, 0);
    } else if (Marks.isOpen(stamp.mark())) {
      graphics.setStroke(new BasicStroke(pen == null ? 1 : (float) pen.width()));
      boolean crossing = stamp.mark().equals("times") || stamp.mark().equals("plus");
      // Drawn in the neighbours too, so that slanting lines meet at the seams.
      for (int column = -1; column <= 1; column++) {
        for (int row = -1; row <= 1; row++) {
          graphics.setTransform(AffineTransform.getScaleInstance(scale, scale));
          graphics.translate((column + 0.5) * period, (row + 0.5) * period);
          graphics.draw(Marks.outline(stamp.mark(), crossing ? period * 0.5 : period));
        }
      }
    } else {
      double width = pen == null ? 1 : pen.width();
      String mark = stamp.mark().equals("dot") ? "circle" : stamp.mark();
      graphics.scale(scale, scale);
      graphics.translate(period / 2.0, period / 2.0);
      graphics.fill(Marks.outline(mark, Math.max(1.5, Math.max(width, period * 0.25))));
    }
    graphics.dispose();
    return new TexturePaint(
        image, new Rectangle2D.Double(view.phaseX(period), view.phaseY(period), period, period));
  }

  private static int period(double size) {
    for (int period : PERIODS) {
      if (period >= size * 0.75) {
        return period;
      }
    }
    return PERIODS[PERIODS.length - 1];
  }
}
