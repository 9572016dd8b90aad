package org.citygis.maps.print;

import java.awt.Color;
import org.citygis.geo.Box;

/** Lines of round coordinates over the map, numbered at its sides. */
final class CoordinateGrid {
  private static final Color LINE = new Color(0x60, 0x70, 0x80, 0x90);

  /** About so far apart on paper. */
  private static final double APART = Sheet.px(50);

  private static final double SIZE = 8;

  private CoordinateGrid() {}

  static void draw(Pencil pencil, Sheet sheet) {
    Box box = sheet.view().box();
    double step = round(APART * sheet.view().resolutionX());
    for (double x = Math.ceil(box.minX() / step) * step; x < box.maxX(); x += step) {
      double at = sheet.left() + (x - box.minX()) / sheet.view().resolutionX();
      pencil.line(at, sheet.top(), at, sheet.bottom(), 0.35, LINE);
      String number = "%.0f".formatted(x);
      pencil.text(number, at, sheet.top() - 3, SIZE, false, 0.5, APART);
      pencil.text(number, at, sheet.bottom() + SIZE + 1, SIZE, false, 0.5, APART);
    }
    for (double y = Math.ceil(box.minY() / step) * step; y < box.maxY(); y += step) {
      double at = sheet.bottom() - (y - box.minY()) / sheet.view().resolutionY();
      pencil.line(sheet.left(), at, sheet.right(), at, 0.35, LINE);
      String number = "%.0f".formatted(y);
      pencil.text(number, sheet.left() - 3, at, SIZE, false, 0.5, APART, -Math.PI / 2, Pencil.INK);
    }
  }

  /** The next larger of 1, 2, 5, 10, 20, 50 … */
  static double round(double length) {
    double power = Math.pow(10, Math.floor(Math.log10(length)));
    double first = length / power;
    return power * (first <= 1 ? 1 : first <= 2 ? 2 : first <= 5 ? 5 : 10);
  }
}
