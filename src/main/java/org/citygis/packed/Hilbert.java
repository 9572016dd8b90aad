package org.citygis.packed;

/**
 * Places along the Hilbert curve over the Web Mercator square: what is near on the curve is near on
 * the ground, and every tile of every zoom is one stretch of it.
 */
public final class Hilbert {
  /** Steps of the curve each way, as a power of two: 38 m of EPSG:3857. */
  static final int BITS = 20;

  private Hilbert() {}

  /**
   * @param x step of {@link WorldGrid#FULL}
   * @return 0 up to 2^40
   */
  static long of(int x, int y) {
    int shift = WorldGrid.FULL.bits() - BITS;
    return along(x >> shift, y >> shift, BITS);
  }

  /** The place of a cell along the curve through 2^bits by 2^bits cells. */
  public static long along(int column, int row, int bits) {
    int x = column;
    int y = row;
    long place = 0;
    for (int side = 1 << (bits - 1); side > 0; side >>= 1) {
      int right = (x & side) > 0 ? 1 : 0;
      int up = (y & side) > 0 ? 1 : 0;
      place += (long) side * side * ((3 * right) ^ up);
      if (up == 0) {
        if (right == 1) {
          x = side - 1 - (x & (side - 1));
          y = side - 1 - (y & (side - 1));
        }
        int swap = x;
        x = y;
        y = swap;
      }
    }
    return place;
  }
}
