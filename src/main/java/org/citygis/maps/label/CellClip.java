package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parts of a line inside a cell (Liang and Barsky), so far from its sides that letters along
 * them do not leave it.
 */
final class CellClip {
  private static final double INSET = 9;
  private static final double SIDE = Cells.SIDE - 2 * INSET;

  private CellClip() {}

  static List<double[]> clip(double[] xy, int from, int to, double cellLeft, double cellTop) {
    double left = cellLeft + INSET;
    double top = cellTop + INSET;
    List<double[]> parts = new ArrayList<>();
    double[] part = new double[16];
    int length = 0;
    double[] cut = new double[4];
    for (int i = from + 1; i < to; i++) {
      cut[0] = xy[2 * i - 2];
      cut[1] = xy[2 * i - 1];
      cut[2] = xy[2 * i];
      cut[3] = xy[2 * i + 1];
      if (!segment(cut, left, top)) {
        length = end(parts, part, length);
        continue;
      }
      if (length + 4 > part.length) {
        part = Arrays.copyOf(part, 2 * part.length);
      }
      if (length == 0) {
        part[0] = cut[0];
        part[1] = cut[1];
        length = 2;
      }
      part[length] = cut[2];
      part[length + 1] = cut[3];
      length += 2;
      if (cut[2] != xy[2 * i] || cut[3] != xy[2 * i + 1]) {
        length = end(parts, part, length);
      }
    }
    end(parts, part, length);
    return parts;
  }

  private static int end(List<double[]> parts, double[] part, int length) {
    if (length >= 4) {
      parts.add(Arrays.copyOf(part, length));
    }
    return 0;
  }

  private static boolean segment(double[] cut, double left, double top) {
    double x = cut[0];
    double y = cut[1];
    double dx = cut[2] - x;
    double dy = cut[3] - y;
    double enter = 0;
    double leave = 1;
    for (int side = 0; side < 4; side++) {
      double toward = side == 0 ? -dx : side == 1 ? dx : side == 2 ? -dy : dy;
      double room =
          side == 0 ? x - left : side == 1 ? left + SIDE - x : side == 2 ? y - top : top + SIDE - y;
      if (toward == 0) {
        if (room < 0) {
          return false;
        }
      } else if (toward < 0) {
        enter = Math.max(enter, room / toward);
      } else {
        leave = Math.min(leave, room / toward);
      }
    }
    if (!(enter <= leave)) {
      return false;
    }
    if (leave < 1) {
      cut[2] = x + leave * dx;
      cut[3] = y + leave * dy;
    }
    if (enter > 0) {
      cut[0] = x + enter * dx;
      cut[1] = y + enter * dy;
    }
    return true;
  }
}
