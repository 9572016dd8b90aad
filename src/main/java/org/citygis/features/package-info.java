/**
 * Asking about features: OGC API Features, what is at a place, names, and figures by class. Every
 * answer is read from a layer that the catalogue opened for the asking user.
 */
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "web",
      "web :: geojson",
      "security",
      "storage",
      "catalog",
      "format"
    })
@NullMarked
package org.citygis.features;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
