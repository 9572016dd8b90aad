package org.citygis.maps.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import org.citygis.maps.draw.View;

/** The bar that a ruler can be laid on, and the arrow to the grid's north. */
final class ScaleBar {
  private static final double LONGEST = Sheet.px(60);
  private static final double HEIGHT = Sheet.px(1.4);
  private static final int PARTS = 4;
  private static final double SIZE = 9;

  private ScaleBar() {}

  static void draw(Pencil pencil, Sheet sheet, double x, double y) {
    // Metres on the ground for each pixel of paper.
    double metres = sheet.scale() * View.PIXEL_METRES;
    double part = largest(LONGEST * metres / PARTS);
    for (int i = 0; i < PARTS; i++) {
      double left = x + i * part / metres;
      pencil.bar(left, y, part / metres, HEIGHT, i % 2 == 0 ? Pencil.INK : Color.WHITE);
      pencil.text(name(i * part, false), left, y - 3, SIZE, false, 0.5, 60);
    }
    pencil.frame(x, y, PARTS * part / metres, HEIGHT, 0.5);
    pencil.text(name(PARTS * part, true), x + PARTS * part / metres, y - 3, SIZE, false, 0.3, 80);
  }

  /** The largest of 1, 2, 5, 10 … that is not longer. */
  private static double largest(double length) {
    double next = CoordinateGrid.round(length);
    if (next <= length) {
      return next;
    }
    double power = Math.pow(10, Math.floor(Math.log10(length)));
    double first = length / power;
    return power * (first >= 5 ? 5 : first >= 2 ? 2 : 1);
  }

  private static String name(double metres, boolean withUnit) {
    boolean far = metres >= 1000;
    String number =
        BigDecimal.valueOf(far ? metres / 1000 : metres).stripTrailingZeros().toPlainString();
    return metres == 0 ? "0" : withUnit || far ? number + (far ? " km" : " m") : number;
  }

  /**
   * @param x of its middle
   */
  static void north(Pencil pencil, double x, double top) {
    double height = Sheet.px(11);
    double half = Sheet.px(3);
    Path2D left = new Path2D.Double();
    left.moveTo(x, top);
    left.lineTo(x - half, top + height);
    left.lineTo(x, top + 0.78 * height);
    left.closePath();
    pencil.graphics().setColor(Pencil.INK);
    pencil.graphics().fill(left);
    Path2D right = new Path2D.Double();
    right.moveTo(x, top);
    right.lineTo(x + half, top + height);
    right.lineTo(x, top + 0.78 * height);
    right.closePath();
    pencil.graphics().setStroke(new BasicStroke(0.7f));
    pencil.graphics().draw(right);
    pencil.text("N", x, top - 3, 12, true, 0.5, 40);
  }
}
