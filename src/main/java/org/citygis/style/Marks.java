package org.citygis.style;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;

/**
 * The outlines of well-known marks around 0,0: x to the right, y down. The images draw them, and
 * the browser has the same in {@code map/symbols.js}.
 */
public final class Marks {
  private static final Set<String> OPEN =
      Set.of("line", "slash", "backslash", "plus", "times", "vertline", "horline", "oarrow");

  private Marks() {}

  /** Whether the mark is lines only, which are stroked and never filled. */
  public static boolean isOpen(String mark) {
    return OPEN.contains(mark);
  }

  /** The outline of a mark so wide; an unknown one is a circle. */
  public static Path2D outline(String mark, double size) {
    double r = size / 2;
    return switch (mark) {
      case "square" ->
          new Path2D.Double(new Rectangle2D.Double(-0.88 * r, -0.88 * r, 1.76 * r, 1.76 * r));
      case "triangle" -> polygon(0, -r, r, 0.8 * r, -r, 0.8 * r);
      case "diamond" -> polygon(0, -1.1 * r, 1.1 * r, 0, 0, 1.1 * r, -1.1 * r, 0);
      case "pentagon" -> regular(5, r, -Math.PI / 2);
      case "hexagon" -> regular(6, r, -Math.PI / 2);
      case "octagon" -> regular(8, r, Math.PI / 8);
      case "star" -> star(1.15 * r, 0.45 * 1.15 * r);
      case "arrow" -> polygon(0, -r, 0.8 * r, r, 0, 0.5 * r, -0.8 * r, r);
      case "cross" -> polygon(plus(r));
      case "x" -> polygon(turned(plus(1.05 * r)));
      case "plus" -> lines(-r, 0, r, 0, 0, -r, 0, r);
      case "times" -> lines(-r, -r, r, r, -r, r, r, -r);
      case "line", "horline" -> lines(-r, 0, r, 0);
      case "vertline" -> lines(0, -r, 0, r);
      case "slash" -> lines(-r, r, r, -r);
      case "backslash" -> lines(-r, -r, r, r);
      case "oarrow" -> lines(-r, -r, r, 0, r, 0, -r, r);
      case "carrow" -> polygon(-r, -r, r, 0, -r, r);
      case "dot" -> circle(Math.max(0.6, r / 4));
      default -> circle(r);
    };
  }

  private static Path2D circle(double r) {
    return new Path2D.Double(new Ellipse2D.Double(-r, -r, 2 * r, 2 * r));
  }

  private static Path2D polygon(double... xy) {
    Path2D path = new Path2D.Double();
    path.moveTo(xy[0], xy[1]);
    for (int i = 2; i < xy.length; i += 2) {
      path.lineTo(xy[i], xy[i + 1]);
    }
    path.closePath();
    return path;
  }

  private static Path2D lines(double... xy) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < xy.length; i += 4) {
      path.moveTo(xy[i], xy[i + 1]);
      path.lineTo(xy[i + 2], xy[i + 3]);
    }
    return path;
  }

  private static Path2D regular(int corners, double r, double turn) {
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      xy[2 * i] = r * Math.cos(turn + 2 * Math.PI * i / corners);
      xy[2 * i + 1] = r * Math.sin(turn + 2 * Math.PI * i / corners);
    }
    return polygon(xy);
  }

  private static Path2D star(double outer, double inner) {
    double[] xy = new double[20];
    for (int i = 0; i < 10; i++) {
      double r = i % 2 == 0 ? outer : inner;
      double angle = -Math.PI / 2 + Math.PI * i / 5;
      xy[2 * i] = r * Math.cos(angle);
      xy[2 * i + 1] = r * Math.sin(angle);
    }
    return polygon(xy);
  }

  /** A plus with arms a third as wide as it is tall. */
  private static double[] plus(double r) {
    double a = 0.36 * r;
    return new double[] {
      -a, -r, a, -r, a, -a, r, -a, r, a, a, a, a, r, -a, r, -a, a, -r, a, -r, -a, -a, -a
    };
  }

  private static double[] turned(double[] xy) {
    double[] turned = new double[xy.length];
    for (int i = 0; i < xy.length; i += 2) {
      turned[i] = (xy[i] - xy[i + 1]) * Math.sqrt(0.5);
      turned[i + 1] = (xy[i] + xy[i + 1]) * Math.sqrt(0.5);
    }
    return turned;
  }
}
