package org.citygis.maps.label;

import java.util.List;
import org.citygis.maps.font.Writing;

/**
 * One way in which a label can stand.
 *
 * @param boxes minX, minY, maxX, maxY of each box that it covers, in turn
 */
record Placing(List<Writing> pieces, double[] boxes) {

  boolean touches(double minX, double minY, double maxX, double maxY) {
    for (int i = 0; i < boxes.length; i += 4) {
      if (boxes[i] < maxX && boxes[i + 2] > minX && boxes[i + 1] < maxY && boxes[i + 3] > minY) {
        return true;
      }
    }
    return false;
  }

  boolean touches(Placing other) {
    for (int i = 0; i < other.boxes.length; i += 4) {
      double[] b = other.boxes;
      if (touches(b[i], b[i + 1], b[i + 2], b[i + 3])) {
        return true;
      }
    }
    return false;
  }
}
