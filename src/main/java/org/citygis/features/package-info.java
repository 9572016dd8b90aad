/**
 * Asking about features: OGC API Features, what is at a place and what applies there, names, and
 * figures by class. Every answer is read from a layer that the catalogue opened for the asking
 * user.
 */
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "cql2",
      "web",
      "web :: geojson",
      "web :: pdf",
      "security",
      "audit",
      "storage",
      "catalog",
      "format",
      "history"
    })
@NullMarked
package org.citygis.features;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
