/** GeoJSON straight from the bytes of the database, without an object per coordinate. */
@NamedInterface("geojson")
@NullMarked
package org.citygis.web.geojson;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
