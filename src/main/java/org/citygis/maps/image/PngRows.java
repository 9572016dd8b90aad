package org.citygis.maps.image;

/** The rows of a PNG before compression, each after the byte that names its filter. */
final class PngRows {
  private PngRows() {}

  /** A byte per pixel; no filter helps numbers of colours. */
  static byte[] indexed(byte[] indexes, int width, int height) {
    byte[] rows = new byte[(width + 1) * height];
    for (int row = 0; row < height; row++) {
      System.arraycopy(indexes, row * width, rows, row * (width + 1) + 1, width);
    }
    return rows;
  }

  /**
   * Three or four bytes per pixel.
   *
   * @param filter 0 for none, 2 for the difference to the pixel above
   */
  static byte[] colors(int[] pixels, int width, int height, boolean opaque, int filter) {
    int depth = opaque ? 3 : 4;
    int length = depth * width + 1;
    byte[] rows = new byte[length * height];
    for (int row = 0; row < height; row++) {
      int to = row * length;
      rows[to++] = (byte) filter;
      for (int i = row * width; i < (row + 1) * width; i++) {
        int pixel = pixels[i];
        int above = filter == 0 || row == 0 ? 0 : pixels[i - width];
        rows[to++] = (byte) ((pixel >> 16) - (above >> 16));
        rows[to++] = (byte) ((pixel >> 8) - (above >> 8));
        rows[to++] = (byte) (pixel - above);
        if (!opaque) {
          rows[to++] = (byte) ((pixel >>> 24) - (above >>> 24));
        }
      }
    }
    return rows;
  }
}
