package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.List;
import org.citygis.maps.font.Face;
import org.citygis.maps.font.Lettering;
import org.citygis.maps.font.Writing;
import org.citygis.style.Symbolizer;
import org.jspecify.annotations.Nullable;

/** Lays a text out at a point. */
final class PlacedText {
  private static final double LINE_HEIGHT = 1.2;

  /** Places are rounded to this part of a pixel, so that two pictures compute the same. */
  private static final double STEPS = 4;

  private final Symbolizer.Label symbol;
  private final Face face;
  private final double size;
  private final List<String> lines;
  private final double width;
  private final double height;

  PlacedText(Symbolizer.Label symbol, Lettering lettering, String text) {
    this.symbol = symbol;
    face = Face.of(lettering);
    size = lettering.size();
    lines = Lines.of(text, face, symbol.layout().wrap());
    width = lines.stream().mapToDouble(face::width).max().orElse(0);
    height = lines.size() * size * LINE_HEIGHT;
  }

  boolean isEmpty() {
    return lines.isEmpty() || width > Lines.WIDEST;
  }

  /**
   * The ways to stand at a point: there, and where the style lets it move, around it.
   *
   * @param degrees by which it is turned clockwise
   */
  List<Placing> at(double x, double y, double degrees) {
    List<Placing> ways = new ArrayList<>();
    ways.add(placing(x, y, degrees));
    double far = Math.min(symbol.layout().maxDisplacement(), Labels.FARTHEST);
    for (double distance : far > 0 ? new double[] {far / 2, far} : new double[0]) {
      ways.add(placing(x, y - distance, degrees));
      ways.add(placing(x + distance, y, degrees));
      ways.add(placing(x, y + distance, degrees));
      ways.add(placing(x - distance, y, degrees));
    }
    return ways;
  }

  private Placing placing(double pointX, double pointY, double degrees) {
    double x = Math.rint(pointX * STEPS) / STEPS;
    double y = Math.rint(pointY * STEPS) / STEPS;
    double left = -symbol.anchorX() * width;
    double top = -(1 - symbol.anchorY()) * height;
    double angle = Math.toRadians(degrees);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    List<Writing> pieces = new ArrayList<>();
    double lineHeight = size * LINE_HEIGHT;
    double lead = (lineHeight - face.ascent() - face.descent()) / 2 + face.ascent();
    for (int i = 0; i < lines.size(); i++) {
      double lineLeft = left + (width - face.width(lines.get(i))) / 2;
      double baseline = top + i * lineHeight + lead;
      pieces.add(
          new Writing(
              lines.get(i),
              x + cos * lineLeft - sin * baseline,
              y + sin * lineLeft + cos * baseline,
              angle));
    }
    double around = symbol.layout().spaceAround();
    double[] box = {
      left - 2 - around, top - 1 - around, left + width + 2 + around, top + height + 1 + around
    };
    return new Placing(pieces, turned(box, x, y, cos, sin));
  }

  /** The box around the turned box, moved. */
  private static double[] turned(double[] box, double x, double y, double cos, double sin) {
    double middleX = (box[0] + box[2]) / 2;
    double middleY = (box[1] + box[3]) / 2;
    double halfX = Math.max(0, box[2] - box[0]) / 2;
    double halfY = Math.max(0, box[3] - box[1]) / 2;
    double centreX = x + cos * middleX - sin * middleY;
    double centreY = y + sin * middleX + cos * middleY;
    double reachX = Math.abs(cos) * halfX + Math.abs(sin) * halfY;
    double reachY = Math.abs(sin) * halfX + Math.abs(cos) * halfY;
    return new double[] {centreX - reachX, centreY - reachY, centreX + reachX, centreY + reachY};
  }

  /** How far a label of this symbol can reach from its point, whatever it says. */
  static double reach(Symbolizer.Label symbol, double size, @Nullable Double offset) {
    double wide = Lines.WIDEST * Math.max(symbol.anchorX(), 1 - symbol.anchorX());
    double away = offset == null ? 40 : offset;
    double moved = Math.min(symbol.layout().maxDisplacement(), Labels.FARTHEST);
    return wide + away + moved + Math.max(0, symbol.layout().spaceAround()) + size / 2;
  }
}
