package org.citygis.tiles;

import java.util.ArrayList;
import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.geo.TileCoord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Which tiles there may be: those of the layers' zooms that meet their extents.
 *
 * @param box longitudes and latitudes of everything, null where there is nothing
 * @param ranges by zoom, ascending
 */
record TileLimits(@Nullable Box box, List<Range> ranges) {
  /** Web Mercator ends there. */
  private static final Envelope WORLD = new Envelope(-180, 180, -85.05, 85.05);

  /** Single edits may have put features a little outside of the extent. */
  private static final double MARGIN_DEGREES = 0.01;

  record Range(String tileMatrix, int minTileRow, int maxTileRow, int minTileCol, int maxTileCol) {
    boolean has(TileAddress tile) {
      return tile.y() >= minTileRow
          && tile.y() <= maxTileRow
          && tile.x() >= minTileCol
          && tile.x() <= maxTileCol;
    }
  }

  static TileLimits of(List<OpenLayer> layers, TileMatrixSet set) {
    Envelope all = new Envelope();
    int first = Integer.MAX_VALUE;
    int last = -1;
    for (OpenLayer layer : layers) {
      Box bbox = layer.layer().currentVersion().bbox();
      if (bbox != null) {
        all.expandToInclude(bbox.envelope());
        first = Math.min(first, layer.definition().zoom().min() - 1);
        last = Math.max(last, layer.definition().zoom().max());
      }
    }
    if (all.isNull()) {
      return new TileLimits(null, List.of());
    }
    Envelope wide = new Envelope(all);
    wide.expandBy(MARGIN_DEGREES);
    Box box = Reprojection.between(Crs.CRS84, set.crs()).apply(Box.of(wide.intersection(WORLD)));
    List<Range> ranges = new ArrayList<>();
    for (int z = Math.max(first, set.firstZoom()); z <= Math.min(last, TileCoord.MAX_ZOOM); z++) {
      ranges.add(
          new Range(
              String.valueOf(z),
              step(set.north() - box.maxY(), set, z, set.rows(z)),
              step(set.north() - box.minY(), set, z, set.rows(z)),
              step(box.minX() - set.west(), set, z, set.columns(z)),
              step(box.maxX() - set.west(), set, z, set.columns(z))));
    }
    return new TileLimits(Box.of(all), ranges);
  }

  private static int step(double distance, TileMatrixSet set, int z, int count) {
    return Math.clamp((long) Math.floor(distance / set.side(z)), 0, count - 1);
  }

  boolean has(TileAddress tile) {
    return ranges.stream()
        .anyMatch(range -> range.tileMatrix.equals(String.valueOf(tile.z())) && range.has(tile));
  }
}
