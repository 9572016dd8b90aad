package org.citygis.style;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Outlines as the path data of SVG, which the browser draws. */
final class IconPath {
  private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
  private static final int[] NUMBERS = {2, 2, 4, 6, 0};

  private IconPath() {}

  /** Absolute coordinates with two digits. */
  static String text(Path2D path) {
    StringBuilder text = new StringBuilder();
    double[] at = new double[6];
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int command = i.currentSegment(at);
      text.append(COMMANDS[command]);
      for (int n = 0; n < NUMBERS[command]; n++) {
        text.append(n == 0 ? "" : " ").append(Math.round(at[n] * 100) / 100.0);
      }
    }
    return text.toString();
  }
}
