/**
 * Maps as pictures: WMS, WMTS, raster tiles, OGC API Maps and printed sheets, drawn from the same
 * rules as the portal's.
 */
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "cql2",
      "web",
      "web::geojson",
      "web::pdf",
      "security",
      "storage",
      "catalog",
      "style",
      "packed"
    })
@NullMarked
package org.citygis.maps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
