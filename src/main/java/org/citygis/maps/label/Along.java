package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.List;
import org.citygis.maps.font.Face;
import org.citygis.maps.font.Writing;
import org.jspecify.annotations.Nullable;

/** Text along a line, letter by letter, as the portal writes it. */
final class Along {
  /** Between two letters, in pixels. */
  private static final double GAP = 0.4;

  private static final double TALL = 1.08;
  private static final double USUAL_BEND = 0.55;

  private final double[] line;
  private final double[] letters;
  private final int[] characters;
  private final Face face;
  private final double size;
  private final double sharpest;
  private final double aside;

  Along(double[] line, Labels.Wish wish, Face face) {
    this.line = line;
    this.face = face;
    size = wish.lettering().size();
    characters = wish.text().codePoints().toArray();
    letters = new double[characters.length];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = face.advance(characters[i]) + GAP;
    }
    double most = wish.symbol().layout().maxAngleDelta();
    sharpest = most > 0 ? Math.toRadians(most) : USUAL_BEND;
    aside = wish.offsetY();
  }

  /**
   * The text with its middle so far from the line's start; null where the line is too short or
   * bends too sharply.
   */
  @Nullable Placing at(double middle) {
    double half = 0;
    for (double letter : letters) {
      half += letter / 2;
    }
    double[] start = walk(middle - half);
    double[] end = walk(middle + half);
    if (start == null || end == null) {
      return null;
    }
    double wide = end[0] - start[0];
    double tall = end[1] - start[1];
    // Chinese on a steep line is read downwards, letter under letter, each upright.
    boolean upright = Math.abs(tall) > 1.3 * Math.abs(wide) && hasChinese();
    boolean reverse = upright ? tall < 0 : wide < -0.01 || (Math.abs(wide) <= 0.01 && tall < 0);
    return place(middle, upright, reverse);
  }

  private @Nullable Placing place(double middle, boolean upright, boolean reverse) {
    List<Writing> pieces = new ArrayList<>();
    double[] boxes = new double[4 * letters.length];
    double offset = 0;
    for (double letter : letters) {
      offset -= (upright ? size * TALL : letter) / 2;
    }
    double before = Double.NaN;
    for (int i = 0; i < letters.length; i++) {
      double step = upright ? size * TALL : letters[i];
      double[] spot = walk(middle + (reverse ? -1 : 1) * (offset + step / 2));
      if (spot == null) {
        return null;
      }
      double direction = reverse ? spot[2] + Math.PI : spot[2];
      if (Math.abs(turn(direction, before)) > sharpest) {
        return null;
      }
      before = direction;
      double angle = turn(direction, upright ? Math.PI / 2 : 0);
      double x = Math.rint(4 * (spot[0] - aside * Math.sin(direction))) / 4;
      double y = Math.rint(4 * (spot[1] + aside * Math.cos(direction))) / 4;
      pieces.add(letter(i, x, y, Math.abs(angle) < 0.01 ? 0 : angle));
      double half = Math.max(letters[i], size * 0.8) / 2;
      boxes[4 * i] = x - half;
      boxes[4 * i + 1] = y - half;
      boxes[4 * i + 2] = x + half;
      boxes[4 * i + 3] = y + half;
      offset += step;
    }
    return new Placing(pieces, boxes);
  }

  /** A letter whose middle is at x, y. */
  private Writing letter(int i, double x, double y, double angle) {
    double left = -(letters[i] - GAP) / 2;
    double down = (face.ascent() - face.descent()) / 2;
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Writing(
        Character.toString(characters[i]),
        x + cos * left - sin * down,
        y + sin * left + cos * down,
        angle);
  }

  /** x, y and direction so far along the line; null beyond its ends. */
  private double @Nullable [] walk(double at) {
    double walked = 0;
    for (int i = 2; i < line.length && at >= 0; i += 2) {
      double dx = line[i] - line[i - 2];
      double dy = line[i + 1] - line[i - 1];
      double length = Math.hypot(dx, dy);
      if (at <= walked + length && length > 0) {
        double share = (at - walked) / length;
        return new double[] {
          line[i - 2] + share * dx, line[i - 1] + share * dy, Math.atan2(dy, dx)
        };
      }
      walked += length;
    }
    return null;
  }

  private boolean hasChinese() {
    for (int character : characters) {
      if (Lines.isChinese(character)) {
        return true;
      }
    }
    return false;
  }

  static double length(double[] line) {
    double length = 0;
    for (int i = 2; i < line.length; i += 2) {
      length += Math.hypot(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
    }
    return length;
  }

  /** The difference of two angles, within half a turn; 0 where there is no angle before. */
  static double turn(double angle, double before) {
    return Double.isNaN(before)
        ? 0
        : Math.atan2(Math.sin(angle - before), Math.cos(angle - before));
  }
}
