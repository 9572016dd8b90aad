package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citygis.geo.SegmentClip;

/**
 * The parts of a line inside a cell, so far from its sides that letters along them do not leave it.
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
      if (!SegmentClip.clip(cut, left, top, left + SIDE, top + SIDE)) {
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
}
