package org.citygis.style;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the path data of SVG: all its commands, absolute and relative. */
final class SvgPathData {
  private static final Pattern PIECE =
      Pattern.compile("([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private final Element element;
  private final String data;
  private final Path2D path = new Path2D.Double();

  /** The pen, the start of the figure, and the last control point, which smooth curves reflect. */
  private double x;

  private double y;
  private double startX;
  private double startY;
  private double controlX;
  private double controlY;
  private char before = ' ';

  SvgPathData(Element element, String data) {
    this.element = element;
    this.data = data;
  }

  Path2D read() {
    Matcher pieces = PIECE.matcher(data);
    while (pieces.find()) {
      char command = pieces.group(1).charAt(0);
      char kind = Character.toUpperCase(command);
      double[] numbers =
          kind == 'A' ? arcNumbers(pieces.group(2)) : SvgPath.numbers(element, pieces.group(2));
      int each = count(kind);
      if (each > 0 && (numbers.length == 0 || numbers.length % each != 0)) {
        throw element.wrong(
            "路径命令 %s 带有 %d 个数", "path command %s with %d numbers", command, numbers.length);
      }
      if (path.getCurrentPoint() == null && kind != 'M') {
        throw element.wrong("路径应以 M 开始，而不是 %s", "a path begins with M, not %s", command);
      }
      if (each == 0) {
        step('Z', new double[0], false);
      }
      for (int i = 0; i < numbers.length && each > 0; i += each) {
        double[] n = Arrays.copyOfRange(numbers, i, i + each);
        step(kind == 'M' && i > 0 ? 'L' : kind, n, Character.isLowerCase(command));
      }
    }
    return path;
  }

  private static int count(char kind) {
    return switch (kind) {
      case 'H', 'V' -> 1;
      case 'M', 'L', 'T' -> 2;
      case 'S', 'Q' -> 4;
      case 'C' -> 6;
      case 'A' -> 7;
      default -> 0;
    };
  }

  private void step(char kind, double[] n, boolean relative) {
    double fromX = relative ? x : 0;
    double fromY = relative ? y : 0;
    switch (kind) {
      case 'M' -> {
        to(fromX + n[0], fromY + n[1]);
        startX = x;
        startY = y;
        path.moveTo(x, y);
      }
      case 'L' -> line(fromX + n[0], fromY + n[1]);
      case 'H' -> line(fromX + n[0], y);
      case 'V' -> line(x, fromY + n[0]);
      case 'C' ->
          cubic(fromX + n[0], fromY + n[1], fromX + n[2], fromY + n[3], fromX + n[4], fromY + n[5]);
      case 'S' -> {
        boolean smooth = before == 'C' || before == 'S';
        cubic(
            smooth ? 2 * x - controlX : x,
            smooth ? 2 * y - controlY : y,
            fromX + n[0],
            fromY + n[1],
            fromX + n[2],
            fromY + n[3]);
      }
      case 'Q' -> quadratic(fromX + n[0], fromY + n[1], fromX + n[2], fromY + n[3]);
      case 'T' -> {
        boolean smooth = before == 'Q' || before == 'T';
        quadratic(
            smooth ? 2 * x - controlX : x,
            smooth ? 2 * y - controlY : y,
            fromX + n[0],
            fromY + n[1]);
      }
      case 'A' -> arc(n, fromX + n[5], fromY + n[6]);
      default -> {
        path.closePath();
        to(startX, startY);
      }
    }
    before = kind;
  }

  private void to(double newX, double newY) {
    x = newX;
    y = newY;
  }

  private void line(double newX, double newY) {
    path.lineTo(newX, newY);
    to(newX, newY);
  }

  private void cubic(double x1, double y1, double x2, double y2, double newX, double newY) {
    path.curveTo(x1, y1, x2, y2, newX, newY);
    controlX = x2;
    controlY = y2;
    to(newX, newY);
  }

  private void quadratic(double x1, double y1, double newX, double newY) {
    path.quadTo(x1, y1, newX, newY);
    controlX = x1;
    controlY = y1;
    to(newX, newY);
  }

  /** From end points to the centre, as appendix F.6 of SVG 1.1 tells. */
  private void arc(double[] n, double newX, double newY) {
    double rx = Math.abs(n[0]);
    double ry = Math.abs(n[1]);
    if (rx == 0 || ry == 0 || (newX == x && newY == y)) {
      line(newX, newY);
      return;
    }
    double turn = Math.toRadians(n[2]);
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    double halfX = (x - newX) / 2;
    double halfY = (y - newY) / 2;
    double px = cos * halfX + sin * halfY;
    double py = -sin * halfX + cos * halfY;
    double reach = px * px / (rx * rx) + py * py / (ry * ry);
    if (reach > 1) {
      rx *= Math.sqrt(reach);
      ry *= Math.sqrt(reach);
    }
    double below = rx * rx * py * py + ry * ry * px * px;
    double factor = Math.sqrt(Math.max(0, (rx * rx * ry * ry - below) / below));
    if ((n[3] != 0) == (n[4] != 0)) {
      factor = -factor;
    }
    double cx = factor * rx * py / ry;
    double cy = -factor * ry * px / rx;
    double begin = Math.atan2((py - cy) / ry, (px - cx) / rx);
    double extent = Math.atan2((-py - cy) / ry, (-px - cx) / rx) - begin;
    if (n[4] != 0 && extent < 0) {
      extent += 2 * Math.PI;
    } else if (n[4] == 0 && extent > 0) {
      extent -= 2 * Math.PI;
    }
    // Java counts angles against the clock with y up.
    Arc2D arc =
        new Arc2D.Double(
            -rx, -ry, 2 * rx, 2 * ry, -Math.toDegrees(begin), -Math.toDegrees(extent), Arc2D.OPEN);
    AffineTransform place =
        AffineTransform.getTranslateInstance(
            cos * cx - sin * cy + (x + newX) / 2, sin * cx + cos * cy + (y + newY) / 2);
    place.rotate(turn);
    path.append(arc.getPathIterator(place), true);
    to(newX, newY);
  }

  /** The two flags of an arc are one digit each and may touch what follows. */
  private double[] arcNumbers(String text) {
    List<String> words = new ArrayList<>();
    String rest = text;
    while (true) {
      rest = rest.replaceFirst("^[,\\s]+", "");
      if (rest.isEmpty()) {
        break;
      }
      boolean flag = words.size() % 7 == 3 || words.size() % 7 == 4;
      Matcher next = NUMBER.matcher(rest);
      if (!next.lookingAt()) {
        throw element.wrong("“%s”不是弧线的参数", "'%s' is no number of an arc", rest);
      }
      String word = flag ? rest.substring(0, 1) : next.group();
      words.add(word);
      rest = rest.substring(word.length());
    }
    return SvgPath.numbers(element, String.join(" ", words));
  }
}
