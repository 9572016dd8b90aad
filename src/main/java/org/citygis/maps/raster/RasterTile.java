package org.citygis.maps.raster;

import org.citygis.maps.draw.View;
import org.citygis.text.Lang;

/**
 * A drawn tile.
 *
 * @param matrixSet which division of the world
 * @param ratio device pixels per pixel, 1 or 2
 */
public record RasterTile(MatrixSet matrixSet, int zoom, int column, int row, int ratio, Lang lang) {

  public View view() {
    return new View(
        matrixSet.crs(),
        matrixSet.box(zoom, column, row),
        MatrixSet.SIDE,
        MatrixSet.SIDE,
        ratio,
        lang);
  }
}
