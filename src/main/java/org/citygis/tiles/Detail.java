package org.citygis.tiles;

/**
 * How much of the shapes a zoom shows.
 *
 * @param tolerance how far a line may move when points are left out, in tile units; 0 leaves
 *     nothing out
 * @param mosaic whether polygons smaller than a pixel become pixels of their class
 * @param spacing the side of the cells of which each shows one point of a class, in tile units; 0
 *     shows every point
 */
record Detail(double tolerance, boolean mosaic, int spacing) {
  /** From here on a shape is drawn with all its points: a pixel is a metre or less. */
  private static final int ALL = 16;

  private static final Detail FULL = new Detail(0, false, 0);

  /**
   * A quarter of a pixel cannot be seen; what is closer than two pixels is hidden by the symbol
   * above it.
   */
  static Detail of(int zoom) {
    if (zoom >= ALL) {
      return FULL;
    }
    return new Detail(
        zoom == ALL - 1 ? Tile.PIXEL / 8.0 : Tile.PIXEL / 4.0,
        true,
        zoom < 13 ? 2 * Tile.PIXEL : 0);
  }
}
