package org.citygis.maps.image;

/**
 * The rows of a PNG before compression, each after the byte that names its filter. Maps are areas
 * of one colour: no filter is faster than one, and a fifth shorter in the end.
 */
final class PngRows {
  private PngRows() {}

  /** A byte per pixel. */
  static byte[] indexed(byte[] indexes, int width, int height) {
    byte[] rows = new byte[(width + 1) * height];
    for (int row = 0; row < height; row++) {
      System.arraycopy(indexes, row * width, rows, row * (width + 1) + 1, width);
    }
    return rows;
  }

  /** Three bytes per pixel, or four with its alpha. */
  static byte[] colors(int[] pixels, int width, int height, boolean opaque) {
    int depth = opaque ? 3 : 4;
    byte[] rows = new byte[(depth * width + 1) * height];
    int to = 0;
    for (int row = 0; row < height; row++) {
      // The row's filter: none.
      to++;
      for (int i = row * width; i < (row + 1) * width; i++) {
        int pixel = pixels[i];
        rows[to] = (byte) (pixel >> 16);
        rows[to + 1] = (byte) (pixel >> 8);
        rows[to + 2] = (byte) pixel;
        to += 3;
        if (!opaque) {
          rows[to++] = (byte) (pixel >>> 24);
        }
      }
    }
    return rows;
  }
}
