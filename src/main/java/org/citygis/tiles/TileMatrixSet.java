package org.citygis.tiles;

import java.util.Optional;
import java.util.stream.Stream;
import org.citygis.geo.Crs;
import org.citygis.geo.TileCoord;
import org.jspecify.annotations.Nullable;

/**
 * Divisions of the world into square tiles, row 0 in the north, twice as many each way from zoom to
 * zoom; 2^z columns at zoom z.
 */
enum TileMatrixSet {
  /** The one of most web maps, in Web Mercator. */
  WEB_MERCATOR_QUAD(
      "WebMercatorQuad",
      "http://www.opengis.net/def/tilematrixset/OGC/1.0/WebMercatorQuad",
      "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible",
      Crs.WEB_MERCATOR,
      0,
      -TileCoord.HALF_WORLD,
      TileCoord.HALF_WORLD,
      1),

  /** The one in which 天地图 serves its tiles in degrees; it begins with two tiles of 180 degrees. */
  CGCS2000_QUAD(
      "CGCS2000Quad",
      null,
      "http://www.opengis.net/def/wkss/OGC/1.0/GoogleCRS84Quad",
      Crs.epsg(4490),
      1,
      -180,
      90,
      2);

  /** Metres of one degree on the equator, by which degrees are counted in scales. */
  private static final double METRES_PER_DEGREE = 6378137 * Math.PI / 180;

  /** Metres of a pixel for which scales are given, by OGC. */
  private static final double PIXEL = 0.00028;

  private final String id;
  private final @Nullable String uri;
  private final String scales;
  private final Crs crs;
  private final int firstZoom;
  private final double west;
  private final double north;
  private final int columnsPerRow;

  TileMatrixSet(
      String id,
      @Nullable String uri,
      String scales,
      Crs crs,
      int firstZoom,
      double west,
      double north,
      int columnsPerRow) {
    this.id = id;
    this.uri = uri;
    this.scales = scales;
    this.crs = crs;
    this.firstZoom = firstZoom;
    this.west = west;
    this.north = north;
    this.columnsPerRow = columnsPerRow;
  }

  static Optional<TileMatrixSet> find(String id) {
    return Stream.of(values()).filter(set -> set.id.equals(id)).findFirst();
  }

  String id() {
    return id;
  }

  /** Its address at OGC; null for one that is not registered there. */
  @Nullable String uri() {
    return uri;
  }

  /** The well-known set of scales that it has. */
  String scales() {
    return scales;
  }

  Crs crs() {
    return crs;
  }

  int firstZoom() {
    return firstZoom;
  }

  /** The western side in the units of the reference system. */
  double west() {
    return west;
  }

  double north() {
    return north;
  }

  int columns(int zoom) {
    return 1 << zoom;
  }

  int rows(int zoom) {
    return (1 << zoom) / columnsPerRow;
  }

  /** The side of a tile in the units of the reference system. */
  double side(int zoom) {
    return -2 * west / columns(zoom);
  }

  /** The denominator of the scale, for tiles of 256 pixels of 0.28 mm. */
  double scaleDenominator(int zoom) {
    double metres = side(zoom) * (crs.isGeographic() ? METRES_PER_DEGREE : 1);
    return metres / 256 / PIXEL;
  }
}
