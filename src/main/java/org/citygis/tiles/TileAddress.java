package org.citygis.tiles;

import org.citygis.geo.Box;
import org.citygis.geo.TileCoord;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/**
 * A tile of a tile matrix set.
 *
 * @param x column from the west
 * @param y row from the north
 */
record TileAddress(TileMatrixSet set, int z, int x, int y) {
  private static final double MERCATOR_RADIUS = TileCoord.HALF_WORLD / Math.PI;

  /** Where Web Mercator ends, in degrees of latitude. */
  private static final double LAST_LATITUDE = 85.0511;

  TileAddress {
    if (z < set.firstZoom() || z > TileCoord.MAX_ZOOM) {
      throw invalid("z", z, set.firstZoom(), TileCoord.MAX_ZOOM);
    }
    if (x < 0 || x >= set.columns(z)) {
      throw invalid("x", x, 0, set.columns(z) - 1);
    }
    if (y < 0 || y >= set.rows(z)) {
      throw invalid("y", y, 0, set.rows(z) - 1);
    }
  }

  private static Problem invalid(String name, int value, int first, int last) {
    return Problem.Invalid.parameter(
        name,
        String.valueOf(value),
        Text.of(
            "%d 至 %d 的整数".formatted(first, last),
            "a whole number from %d to %d".formatted(first, last)));
  }

  /** From the parts of an address; anything but whole numbers is refused by name. */
  static TileAddress parse(TileMatrixSet set, String z, String row, String column) {
    return new TileAddress(
        set, number("tileMatrix", z), number("tileCol", column), number("tileRow", row));
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Problem.Invalid.parameter(name, text, Text.of("整数", "a whole number"));
    }
  }

  /** In the units of the set's reference system, x east. */
  Box box() {
    double side = set.side(z);
    double west = set.west() + x * side;
    double north = set.north() - y * side;
    return new Box(west, north - side, west + side, north);
  }

  TileGrid grid() {
    return switch (set) {
      case WEB_MERCATOR_QUAD -> TileGrid.of(new TileCoord(z, x, y));
      case CGCS2000_QUAD -> new Degrees(this);
    };
  }

  /** Degrees of CGCS2000, which are those of WGS 84 within decimetres. */
  private record Degrees(TileAddress tile) implements TileGrid {
    @Override
    public Box box() {
      Box degrees = tile.box().buffer(tile.set.side(tile.z) * Tile.BUFFER / Tile.EXTENT);
      return new Box(
          Math.toRadians(degrees.minX()) * MERCATOR_RADIUS,
          mercator(degrees.minY()),
          Math.toRadians(degrees.maxX()) * MERCATOR_RADIUS,
          mercator(degrees.maxY()));
    }

    private static double mercator(double latitude) {
      double clamped = Math.toRadians(Math.clamp(latitude, -LAST_LATITUDE, LAST_LATITUDE));
      return MERCATOR_RADIUS * Math.log(Math.tan(Math.PI / 4 + clamped / 2));
    }

    @Override
    public int detail() {
      return tile.z;
    }

    @Override
    public void toUnits(double[] xy, int count) {
      Box box = tile.box();
      double scale = Tile.EXTENT / tile.set.side(tile.z);
      for (int i = 0; i < 2 * count; i += 2) {
        double longitude = Math.toDegrees(xy[i] / MERCATOR_RADIUS);
        double latitude = Math.toDegrees(Math.atan(Math.sinh(xy[i + 1] / MERCATOR_RADIUS)));
        xy[i] = (longitude - box.minX()) * scale;
        xy[i + 1] = (box.maxY() - latitude) * scale;
      }
    }
  }
}
