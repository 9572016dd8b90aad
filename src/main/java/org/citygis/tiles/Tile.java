package org.citygis.tiles;

/** Measures of a tile, in tile units. */
final class Tile {
  /** The side of a tile. */
  static final int EXTENT = 4096;

  /** How far shapes are kept beyond the side, so that outlines and symbols join without a seam. */
  static final int BUFFER = 64;

  static final int MIN = -BUFFER;
  static final int MAX = EXTENT + BUFFER;

  private Tile() {}
}
