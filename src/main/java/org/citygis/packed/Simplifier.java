package org.citygis.packed;

import java.util.Arrays;

/**
 * Leaves out the points of a line or ring that lie closer than a tolerance to what remains (Douglas
 * and Peucker).
 */
final class Simplifier {
  private boolean[] keep = new boolean[256];
  private int[] stack = new int[64];

  /**
   * @param xy x, y, x, y …; the points {@code from} to {@code to} (exclusive) are one line, or one
   *     ring without its closing point
   * @param out receives the remaining points, the first as its point number {@code at}
   * @return how many points remain; the ends of a line always do
   */
  int simplify(
      double[] xy, int from, int to, boolean ring, double tolerance, double[] out, int at) {
    int count = to - from;
    if (count <= (ring ? 4 : 2)) {
      System.arraycopy(xy, 2 * from, out, 2 * at, 2 * count);
      return count;
    }
    if (keep.length <= count) {
      keep = new boolean[count * 2];
    }
    Arrays.fill(keep, 0, count + 1, false);
    keep[0] = true;
    keep[count] = true;
    double limit = tolerance * tolerance;
    if (ring) {
      int far = farthest(xy, from, count);
      keep[far] = true;
      split(xy, from, count, 0, far, limit);
      split(xy, from, count, far, count, limit);
    } else {
      split(xy, from, count, 0, count - 1, limit);
      keep[count - 1] = true;
    }
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (keep[i]) {
        out[2 * (at + kept)] = xy[2 * (from + i)];
        out[2 * (at + kept) + 1] = xy[2 * (from + i) + 1];
        kept++;
      }
    }
    return kept;
  }

  private static int farthest(double[] xy, int from, int count) {
    double best = -1;
    int far = 0;
    for (int i = 1; i < count; i++) {
      double dx = xy[2 * (from + i)] - xy[2 * from];
      double dy = xy[2 * (from + i) + 1] - xy[2 * from + 1];
      double distance = dx * dx + dy * dy;
      if (distance > best) {
        best = distance;
        far = i;
      }
    }
    return far;
  }

  /** Point number {@code count} is the first point again. */
  private void split(double[] xy, int from, int count, int first, int last, double limit) {
    int depth = 0;
    stack[depth++] = first;
    stack[depth++] = last;
    while (depth > 0) {
      int end = stack[--depth];
      int start = stack[--depth];
      int farthest = -1;
      double worst = limit;
      int a = 2 * (from + start);
      int b = 2 * (from + (end == count ? 0 : end));
      double ax = xy[a];
      double ay = xy[a + 1];
      double dx = xy[b] - ax;
      double dy = xy[b + 1] - ay;
      double length = dx * dx + dy * dy;
      for (int i = start + 1; i < end; i++) {
        double px = xy[2 * (from + i)] - ax;
        double py = xy[2 * (from + i) + 1] - ay;
        double t = length == 0 ? 0 : (px * dx + py * dy) / length;
        if (t > 0) {
          double beyond = Math.min(t, 1);
          px -= beyond * dx;
          py -= beyond * dy;
        }
        double distance = px * px + py * py;
        if (distance > worst) {
          worst = distance;
          farthest = i;
        }
      }
      if (farthest >= 0) {
        keep[farthest] = true;
        if (depth + 4 > stack.length) {
          stack = Arrays.copyOf(stack, stack.length * 2);
        }
        stack[depth++] = start;
        stack[depth++] = farthest;
        stack[depth++] = farthest;
        stack[depth++] = end;
      }
    }
  }
}
