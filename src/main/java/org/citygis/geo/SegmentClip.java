package org.citygis.geo;

/** Cuts a segment at the sides of a box (Liang and Barsky), in the units of both. */
public final class SegmentClip {
  private SegmentClip() {}

  /**
   * @param segment x0, y0, x1, y1; replaced by the part inside
   * @return whether any of it is inside; never for what is not a number
   */
  public static boolean clip(double[] segment, double minX, double minY, double maxX, double maxY) {
    double x = segment[0];
    double y = segment[1];
    double dx = segment[2] - x;
    double dy = segment[3] - y;
    double enter = 0;
    double leave = 1;
    for (int side = 0; side < 4; side++) {
      double direction = side < 2 ? dx : dy;
      double toward = side % 2 == 0 ? -direction : direction;
      double room =
          switch (side) {
            case 0 -> x - minX;
            case 1 -> maxX - x;
            case 2 -> y - minY;
            default -> maxY - y;
          };
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
      segment[2] = x + leave * dx;
      segment[3] = y + leave * dy;
    }
    if (enter > 0) {
      segment[0] = x + enter * dx;
      segment[1] = y + enter * dy;
    }
    return true;
  }
}
