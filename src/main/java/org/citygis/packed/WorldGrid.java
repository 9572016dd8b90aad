package org.citygis.packed;

import org.citygis.geo.Box;
import org.citygis.geo.TileCoord;

/**
 * Whole numbers for positions: the Web Mercator square divided into 2^bits steps each way, from its
 * south-west corner. The units of vector tiles of zoom z are the steps of z + 12 bits.
 *
 * @param bits 12 to 30; with 30 a step is 3.7 cm, the unit of a tile of zoom 18
 */
record WorldGrid(int bits, double stepMetres) {
  private static final int TILE_BITS = 12;
  private static final int FINEST = 30;

  static final WorldGrid FULL = new WorldGrid(FINEST);

  WorldGrid(int bits) {
    this(bits, 2 * TileCoord.HALF_WORLD / (1L << bits));
  }

  /** The grid of the units of tiles of a zoom. */
  static WorldGrid ofZoom(int zoom) {
    return new WorldGrid(Math.min(FINEST, zoom + TILE_BITS));
  }

  /** The step nearest to a coordinate of EPSG:3857; the last one within for one outside. */
  int step(double metres) {
    double steps = (metres + TileCoord.HALF_WORLD) / stepMetres;
    return (int) Math.clamp(Math.rint(steps), 0, (1L << bits) - 1);
  }

  double metres(int step) {
    return step * stepMetres - TileCoord.HALF_WORLD;
  }

  /** The steps that a box of EPSG:3857 covers: min x, min y, max x, max y. */
  int[] steps(Box box) {
    return new int[] {step(box.minX()), step(box.minY()), step(box.maxX()), step(box.maxY())};
  }
}
