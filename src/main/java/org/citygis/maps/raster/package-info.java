/** Drawn tiles: XYZ and WMTS, from a cache within a budget of memory. */
@NullMarked
package org.citygis.maps.raster;

import org.jspecify.annotations.NullMarked;
