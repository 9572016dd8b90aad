package org.citygis.tiles;

import java.util.Arrays;

/**
 * A geometry as flat arrays, filled again for every row. A part is a point set, a line or a ring; a
 * ring is kept without its closing point.
 */
final class Shape {
  /** The kinds of geometry with their codes in the vector tile format. */
  enum Kind {
    POINT(1),
    LINE(2),
    POLYGON(3);

    final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  Kind kind = Kind.POINT;

  /** x, y, x, y … of all parts. */
  double[] xy = new double[512];

  /** The number of points in {@link #xy}. */
  int points;

  /** For each part the number of the point after its last one. */
  int[] partEnd = new int[16];

  /** For each part whether it is the hole of the ring before it. */
  boolean[] hole = new boolean[16];

  int parts;

  void clear(Kind newKind) {
    kind = newKind;
    points = 0;
    parts = 0;
  }

  boolean isEmpty() {
    return points == 0;
  }

  int partStart(int part) {
    return part == 0 ? 0 : partEnd[part - 1];
  }

  void add(double x, double y) {
    reserve(1);
    xy[2 * points] = x;
    xy[2 * points + 1] = y;
    points++;
  }

  /** Ends the part that consists of the points added since the part before. */
  void endPart(boolean isHole) {
    if (parts == partEnd.length) {
      partEnd = Arrays.copyOf(partEnd, parts * 2);
      hole = Arrays.copyOf(hole, parts * 2);
    }
    partEnd[parts] = points;
    hole[parts] = isHole;
    parts++;
  }

  /** Makes room for {@code more} points. */
  void reserve(int more) {
    int needed = 2 * (points + more);
    if (needed > xy.length) {
      xy = Arrays.copyOf(xy, Math.max(needed, xy.length * 2));
    }
  }
}
