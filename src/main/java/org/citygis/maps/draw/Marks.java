package org.citygis.maps.draw;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Set;

/**
 * The outlines of the well-known marks, around 0,0 and y down, as the portal draws them too. A mark
 * that consists of lines is stroked and never filled.
 */
public final class Marks {
  private static final Set<String> OPEN =
      Set.of("line", "slash", "backslash", "plus", "times", "vertline", "horline", "oarrow");

  private Marks() {}

  /** Whether it consists of lines only. */
  public static boolean isOpen(String mark) {
    return OPEN.contains(mark);
  }

  /**
   * @param mark its name without prefix; a circle where it is not known
   * @param size from side to side
   */
  public static Path2D outline(String mark, double size) {
    double r = size / 2;
    return switch (mark) {
      case "square" ->
          new Path2D.Double(new Rectangle2D.Double(-.88 * r, -.88 * r, 1.76 * r, 1.76 * r));
      case "triangle" -> polygon(0, -r, r, .8 * r, -r, .8 * r);
      case "diamond" -> polygon(0, -1.1 * r, 1.1 * r, 0, 0, 1.1 * r, -1.1 * r, 0);
      case "pentagon" -> ngon(5, r, 1, -Math.PI / 2);
      case "hexagon" -> ngon(6, r, 1, -Math.PI / 2);
      case "octagon" -> ngon(8, r, 1, Math.PI / 8);
      case "star" -> ngon(10, 1.15 * r, .45, -Math.PI / 2);
      case "arrow" -> polygon(0, -r, .8 * r, r, 0, .5 * r, -.8 * r, r);
      case "cross" -> cross(r);
      case "x" -> turned(cross(1.05 * r));
      case "plus" -> lines(-r, 0, r, 0, 0, -r, 0, r);
      case "times" -> lines(-r, -r, r, r, -r, r, r, -r);
      case "line", "horline" -> lines(-r, 0, r, 0);
      case "vertline" -> lines(0, -r, 0, r);
      case "slash" -> lines(-r, r, r, -r);
      case "backslash" -> lines(-r, -r, r, r);
      case "oarrow" -> lines(-r, -r, r, 0, r, 0, -r, r);
      case "carrow" -> polygon(-r, -r, r, 0, -r, r);
      case "dot" -> circle(Math.max(.6, r / 4));
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

  private static Path2D lines(double... ends) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i < ends.length; i += 4) {
      path.moveTo(ends[i], ends[i + 1]);
      path.lineTo(ends[i + 2], ends[i + 3]);
    }
    return path;
  }

  /**
   * @param inner radius of every other corner as a share of the others'
   */
  private static Path2D ngon(int corners, double r, double inner, double turn) {
    double[] xy = new double[2 * corners];
    for (int i = 0; i < corners; i++) {
      double radius = i % 2 == 1 ? inner * r : r;
      double angle = turn + 2 * Math.PI * i / corners;
      xy[2 * i] = radius * Math.cos(angle);
      xy[2 * i + 1] = radius * Math.sin(angle);
    }
    return polygon(xy);
  }

  private static Path2D cross(double r) {
    double a = .36 * r;
    return polygon(
        -a, -r, a, -r, a, -a, r, -a, r, a, a, a, a, r, -a, r, -a, a, -r, a, -r, -a, -a, -a);
  }

  private static Path2D turned(Path2D path) {
    path.transform(AffineTransform.getRotateInstance(Math.PI / 4));
    return path;
  }
}
