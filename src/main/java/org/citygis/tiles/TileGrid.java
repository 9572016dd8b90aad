package org.citygis.tiles;

import org.citygis.geo.Box;
import org.citygis.geo.TileCoord;

/** How positions in metres of EPSG:3857 become units of one tile. */
interface TileGrid {

  /** The tile with its buffer, in metres of EPSG:3857. */
  Box box();

  /** The zoom of WebMercatorQuad whose detail the tile shows. */
  int detail();

  /** Changes {@code count} positions x, y, x, y … in place. */
  void toUnits(double[] xy, int count);

  static TileGrid of(TileCoord tile) {
    return new Mercator(tile, tile.mercator(), Tile.EXTENT / tile.size());
  }

  /** A tile of WebMercatorQuad. */
  record Mercator(TileCoord tile, Box mercator, double unitsPerMetre) implements TileGrid {
    @Override
    public Box box() {
      return mercator.buffer(tile.size() * Tile.BUFFER / Tile.EXTENT);
    }

    @Override
    public int detail() {
      return tile.z();
    }

    @Override
    public void toUnits(double[] xy, int count) {
      double west = mercator.minX();
      double north = mercator.maxY();
      for (int i = 0; i < 2 * count; i += 2) {
        xy[i] = (xy[i] - west) * unitsPerMetre;
        xy[i + 1] = (north - xy[i + 1]) * unitsPerMetre;
      }
    }
  }
}
