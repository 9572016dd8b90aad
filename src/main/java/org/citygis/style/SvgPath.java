package org.citygis.style;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The shapes and transformations of SVG. */
final class SvgPath {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
  private static final Pattern TRANSFORM = Pattern.compile("(\\w+)\\s*\\(([^)]*)\\)");

  private SvgPath() {}

  /** The outline of a shape; null when the element is none. */
  static @Nullable Path2D of(Element element) {
    return switch (element.name()) {
      case "path" -> new SvgPathData(element, element.attribute("d", "")).read();
      case "circle" -> {
        double r = length(element, "r");
        yield ellipse(length(element, "cx"), length(element, "cy"), r, r);
      }
      case "ellipse" ->
          ellipse(
              length(element, "cx"),
              length(element, "cy"),
              length(element, "rx"),
              length(element, "ry"));
      case "rect" -> rectangle(element);
      case "line" ->
          new Path2D.Double(
              new Line2D.Double(
                  length(element, "x1"),
                  length(element, "y1"),
                  length(element, "x2"),
                  length(element, "y2")));
      case "polyline" -> points(element, false);
      case "polygon" -> points(element, true);
      default -> null;
    };
  }

  static double[] numbers(Element element, String text) {
    double[] numbers =
        NUMBER.matcher(text).results().mapToDouble(n -> Double.parseDouble(n.group())).toArray();
    for (double number : numbers) {
      if (!(Math.abs(number) < 1e7)) {
        throw element.wrong("“%s”中有过大的数", "'%s' has a number out of bounds", text);
      }
    }
    return numbers;
  }

  static AffineTransform transform(Element element, String text) {
    AffineTransform whole = new AffineTransform();
    Matcher next = TRANSFORM.matcher(text);
    while (next.find()) {
      double[] n = numbers(element, next.group(2));
      whole.concatenate(one(element, next.group(1), n));
    }
    return whole;
  }

  private static AffineTransform one(Element element, String name, double[] n) {
    return switch (name + n.length) {
      case "matrix6" -> new AffineTransform(n);
      case "translate1" -> AffineTransform.getTranslateInstance(n[0], 0);
      case "translate2" -> AffineTransform.getTranslateInstance(n[0], n[1]);
      case "scale1" -> AffineTransform.getScaleInstance(n[0], n[0]);
      case "scale2" -> AffineTransform.getScaleInstance(n[0], n[1]);
      case "rotate1" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]));
      case "rotate3" -> AffineTransform.getRotateInstance(Math.toRadians(n[0]), n[1], n[2]);
      case "skewX1" -> AffineTransform.getShearInstance(Math.tan(Math.toRadians(n[0])), 0);
      case "skewY1" -> AffineTransform.getShearInstance(0, Math.tan(Math.toRadians(n[0])));
      default ->
          throw element.wrong(
              "带 %2$d 个数的“%1$s”不是变换", "'%1$s' with %2$d numbers is no transform", name, n.length);
    };
  }

  private static Path2D rectangle(Element element) {
    double x = length(element, "x");
    double y = length(element, "y");
    double width = length(element, "width");
    double height = length(element, "height");
    double rx = length(element, "rx");
    double ry = element.attribute("ry", "").isEmpty() ? rx : length(element, "ry");
    return new Path2D.Double(
        rx == 0 && ry == 0
            ? new Rectangle2D.Double(x, y, width, height)
            : new RoundRectangle2D.Double(x, y, width, height, 2 * (rx == 0 ? ry : rx), 2 * ry));
  }

  private static Path2D ellipse(double cx, double cy, double rx, double ry) {
    return new Path2D.Double(new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry));
  }

  private static Path2D points(Element element, boolean closed) {
    double[] n = numbers(element, element.attribute("points", ""));
    Path2D path = new Path2D.Double();
    for (int i = 0; i + 1 < n.length; i += 2) {
      if (i == 0) {
        path.moveTo(n[0], n[1]);
      } else {
        path.lineTo(n[i], n[i + 1]);
      }
    }
    if (closed && n.length > 3) {
      path.closePath();
    }
    return path;
  }

  private static double length(Element element, String name) {
    return Values.number(element, element.attribute(name, "0").replaceFirst("px$", ""), -1e7, 1e7);
  }
}
