package org.citygis.geo;

import org.citygis.problem.Problem;
import org.citygis.text.Text;

/**
 * A tile of the WebMercatorQuad pyramid (XYZ scheme).
 *
 * @param z zoom, 0 to 24
 * @param x column from the west
 * @param y row from the north
 */
public record TileCoord(int z, int x, int y) {
  public static final int MAX_ZOOM = 24;

  /** Half the side of the Web Mercator square, in metres of EPSG:3857. */
  public static final double HALF_WORLD = 20037508.342789244;

  public TileCoord {
    if (z < 0 || z > MAX_ZOOM) {
      throw Problem.Invalid.parameter(
          "z", String.valueOf(z), Text.of("0 至 24 的级别", "a zoom from 0 to 24"));
    }
    int last = (1 << z) - 1;
    if (x < 0 || x > last) {
      throw Problem.Invalid.parameter(
          "x", String.valueOf(x), Text.of("0 至 " + last + " 的列号", "a column from 0 to " + last));
    }
    if (y < 0 || y > last) {
      throw Problem.Invalid.parameter(
          "y", String.valueOf(y), Text.of("0 至 " + last + " 的行号", "a row from 0 to " + last));
    }
  }

  /** The side of a tile of this zoom, in metres of EPSG:3857. */
  public double size() {
    return 2 * HALF_WORLD / (1 << z);
  }

  /** The tile's extent in metres of EPSG:3857. */
  public Box mercator() {
    double size = size();
    double west = -HALF_WORLD + x * size;
    double north = HALF_WORLD - y * size;
    return new Box(west, north - size, west + size, north);
  }
}
