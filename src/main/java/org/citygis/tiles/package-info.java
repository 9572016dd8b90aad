/**
 * Vector tiles (Mapbox Vector Tile 2.1) cut in the JVM from rows of a layer. The loop from the WKB
 * of a row to the bytes of the tile works on flat arrays: no geometry object per row.
 *
 * <p>Tile units: 4096 to the side of a tile, x from the west, y from the north, origin in the
 * north-west corner. A pixel is a 256th of the side, 16 units.
 */
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "web",
      "security",
      "storage",
      "catalog",
      "style",
      "packed"
    })
@NullMarked
package org.citygis.tiles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
