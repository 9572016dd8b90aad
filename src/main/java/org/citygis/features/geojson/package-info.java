/** GeoJSON straight from the bytes of the database, without an object per coordinate. */
@NullMarked
package org.citygis.features.geojson;

import org.jspecify.annotations.NullMarked;
