package org.citygis.maps.raster;

import java.util.Locale;
import java.util.Optional;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.TileCoord;
import org.citygis.maps.draw.View;
import org.citygis.problem.Problem;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Divisions of the world into tiles of 256 pixels, row 0 in the north. The second is the one in
 * which 天地图 serves its tiles in degrees ("c"): its zoom 1 has two tiles of 180 degrees.
 */
public enum MatrixSet {
  WEB_MERCATOR_QUAD(
      "WebMercatorQuad",
      "urn:ogc:def:wkss:OGC:1.0:GoogleMapsCompatible",
      Crs.WEB_MERCATOR,
      0,
      -TileCoord.HALF_WORLD,
      TileCoord.HALF_WORLD,
      2 * TileCoord.HALF_WORLD),
  CGCS2000_QUAD("CGCS2000Quad", null, Crs.epsg(4490), 1, -180, 90, 360);

  public static final int SIDE = 256;
  public static final int LAST_ZOOM = 22;

  private final String id;
  private final @Nullable String wellKnownScaleSet;
  private final Crs crs;
  private final int firstZoom;
  private final double west;
  private final double north;
  private final double worldWidth;

  MatrixSet(
      String id,
      @Nullable String wellKnownScaleSet,
      Crs crs,
      int firstZoom,
      double west,
      double north,
      double worldWidth) {
    this.id = id;
    this.wellKnownScaleSet = wellKnownScaleSet;
    this.crs = crs;
    this.firstZoom = firstZoom;
    this.west = west;
    this.north = north;
    this.worldWidth = worldWidth;
  }

  /** By its name, or one of those that other servers use. */
  public static Optional<MatrixSet> find(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "webmercatorquad", "googlemapscompatible", "w", "epsg:3857", "epsg:900913" ->
          Optional.of(WEB_MERCATOR_QUAD);
      case "cgcs2000quad", "c", "epsg:4490" -> Optional.of(CGCS2000_QUAD);
      default -> Optional.empty();
    };
  }

  public String id() {
    return id;
  }

  /** The name under which the standard lists its scales; null where it does not. */
  public @Nullable String wellKnownScaleSet() {
    return wellKnownScaleSet;
  }

  public Crs crs() {
    return crs;
  }

  public int firstZoom() {
    return firstZoom;
  }

  public double west() {
    return west;
  }

  public double north() {
    return north;
  }

  public int columns(int zoom) {
    return 1 << zoom;
  }

  /** In degrees the world is half as high as wide, and zoom 0 has half a tile more than that. */
  public int rows(int zoom) {
    return crs.isGeographic() ? Math.max(1, 1 << (zoom - 1)) : 1 << zoom;
  }

  /** The side of a tile in units of the reference system. */
  double side(int zoom) {
    return worldWidth / columns(zoom);
  }

  public double scaleDenominator(int zoom) {
    return new View(crs, new Box(0, 0, side(zoom), side(zoom)), SIDE, SIDE, 1, Lang.ZH)
        .scaleDenominator();
  }

  /**
   * @throws Problem.Invalid when there is no such tile; it names the value that is outside
   */
  Box box(int zoom, int column, int row) {
    check("z", zoom, firstZoom, LAST_ZOOM);
    check("x", column, 0, columns(zoom) - 1);
    check("y", row, 0, rows(zoom) - 1);
    double side = side(zoom);
    double left = west + column * side;
    double top = north - row * side;
    return new Box(left, top - side, left + side, top);
  }

  private static void check(String parameter, int value, int least, int most) {
    if (value < least || value > most) {
      throw Problem.Invalid.parameter(
          parameter,
          String.valueOf(value),
          Text.of(
              "%d 至 %d 的整数".formatted(least, most),
              "an integer from %d to %d".formatted(least, most)));
    }
  }
}
