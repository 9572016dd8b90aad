package org.citygis.maps.label;

/**
 * The grid in whose cells labels along lines are put: the same for all pictures of a scale.
 *
 * @param originX of one of its corners, in pixels of the picture
 */
public record Cells(double originX, double originY) {
  /** The side of a cell, in pixels: that of a tile. */
  public static final double SIDE = 256;

  /** The side of the cell at or before a position. */
  public static double before(double position, double origin) {
    return origin + SIDE * Math.floor((position - origin) / SIDE + 1e-6);
  }

  /** The side of the cell at or after a position. */
  public static double after(double position, double origin) {
    return origin + SIDE * Math.ceil((position - origin) / SIDE - 1e-6);
  }
}
