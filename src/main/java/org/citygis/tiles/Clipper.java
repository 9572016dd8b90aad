package org.citygis.tiles;

/** Cuts rings at the sides of the tile with its buffer. */
final class Clipper {
  private double[] ring = new double[512];
  private double[] cut = new double[512];

  /**
   * The part of a ring inside the tile (Sutherland and Hodgman). A ring that leaves the tile and
   * comes back stays one ring, joined along the side of the buffer where nobody sees it.
   *
   * @return how many points remain in {@link #ring()}; 0 when nothing does
   */
  int clipRing(double[] xy, int count) {
    int worst = 2 * (2 * count + 16);
    if (ring.length < worst) {
      ring = new double[worst];
      cut = new double[worst];
    }
    System.arraycopy(xy, 0, ring, 0, 2 * count);
    int remaining = count;
    remaining = side(remaining, 0, Tile.MIN, 1);
    remaining = side(remaining, 0, Tile.MAX, -1);
    remaining = side(remaining, 1, Tile.MIN, 1);
    return side(remaining, 1, Tile.MAX, -1);
  }

  double[] ring() {
    return ring;
  }

  /**
   * Cuts along one side.
   *
   * @param axis 0 for a vertical side, 1 for a horizontal one
   * @param inside 1 when larger values are inside, -1 when smaller ones are
   */
  private int side(int count, int axis, double limit, int inside) {
    if (count == 0) {
      return 0;
    }
    // Each side at most doubles a zigzag; the arrays grow with it.
    if (cut.length < 4 * count + 4) {
      double[] larger = new double[8 * count];
      System.arraycopy(ring, 0, larger, 0, 2 * count);
      ring = larger;
      cut = new double[8 * count];
    }
    int other = 1 - axis;
    int to = 0;
    int last = 2 * (count - 1);
    double before = ring[last + axis];
    double beforeOther = ring[last + other];
    boolean beforeIn = inside * (before - limit) >= 0;
    for (int i = 0; i < 2 * count; i += 2) {
      double here = ring[i + axis];
      double hereOther = ring[i + other];
      boolean hereIn = inside * (here - limit) >= 0;
      if (hereIn != beforeIn) {
        double t = (limit - before) / (here - before);
        cut[to + axis] = limit;
        cut[to + other] = beforeOther + t * (hereOther - beforeOther);
        to += 2;
      }
      if (hereIn) {
        cut[to] = ring[i];
        cut[to + 1] = ring[i + 1];
        to += 2;
      }
      before = here;
      beforeOther = hereOther;
      beforeIn = hereIn;
    }
    double[] swap = ring;
    ring = cut;
    cut = swap;
    return to / 2;
  }
}
