package org.citygis.tiles;

import java.util.Arrays;

/**
 * Writes the commands of one feature's geometry, in whole tile units relative to the point before.
 */
final class GeometryCommands {
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final ProtoBuffer buffer = new ProtoBuffer(1 << 10);
  private int[] units = new int[256];
  private int cursorX;
  private int cursorY;

  /** Starts a new feature. */
  void clear() {
    buffer.clear();
    cursorX = 0;
    cursorY = 0;
  }

  boolean isEmpty() {
    return buffer.size() == 0;
  }

  ProtoBuffer buffer() {
    return buffer;
  }

  /** A feature of these points; the only call for the feature. */
  void points(double[] xy, int count) {
    command(MOVE_TO, count);
    for (int i = 0; i < count; i++) {
      step((int) Math.rint(xy[2 * i]), (int) Math.rint(xy[2 * i + 1]));
    }
  }

  /** A line, left out when it is shorter than a unit. */
  void line(double[] xy, int count) {
    int distinct = round(xy, count);
    if (distinct < 2) {
      return;
    }
    command(MOVE_TO, 1);
    step(units[0], units[1]);
    command(LINE_TO, distinct - 1);
    for (int i = 1; i < distinct; i++) {
      step(units[2 * i], units[2 * i + 1]);
    }
  }

  /**
   * A ring without its closing point, turned the way the format wants it.
   *
   * @return whether it was written; a ring without area is not
   */
  boolean ring(double[] xy, int count, boolean hole) {
    int distinct = round(xy, count);
    while (distinct > 1
        && units[0] == units[2 * distinct - 2]
        && units[1] == units[2 * distinct - 1]) {
      distinct--;
    }
    if (distinct < 3) {
      return false;
    }
    long doubleArea = 0;
    int beforeX = units[2 * distinct - 2];
    int beforeY = units[2 * distinct - 1];
    for (int i = 0; i < 2 * distinct; i += 2) {
      doubleArea += (long) beforeX * units[i + 1] - (long) units[i] * beforeY;
      beforeX = units[i];
      beforeY = units[i + 1];
    }
    if (doubleArea == 0) {
      return false;
    }
    boolean forward = doubleArea > 0 != hole;
    command(MOVE_TO, 1);
    step(units[0], units[1]);
    command(LINE_TO, distinct - 1);
    for (int i = 1; i < distinct; i++) {
      int point = forward ? i : distinct - i;
      step(units[2 * point], units[2 * point + 1]);
    }
    command(CLOSE_PATH, 1);
    return true;
  }

  /** Rounds to whole units and joins equal neighbours. */
  private int round(double[] xy, int count) {
    if (units.length < 2 * count) {
      units = Arrays.copyOf(units, 4 * count);
    }
    int distinct = 0;
    for (int i = 0; i < count; i++) {
      int x = (int) Math.rint(xy[2 * i]);
      int y = (int) Math.rint(xy[2 * i + 1]);
      if (distinct == 0 || units[2 * distinct - 2] != x || units[2 * distinct - 1] != y) {
        units[2 * distinct] = x;
        units[2 * distinct + 1] = y;
        distinct++;
      }
    }
    return distinct;
  }

  private void command(int id, int repeat) {
    buffer.varint(repeat << 3 | id);
  }

  private void step(int x, int y) {
    buffer.zigzag(x - cursorX);
    buffer.zigzag(y - cursorY);
    cursorX = x;
    cursorY = y;
  }
}
