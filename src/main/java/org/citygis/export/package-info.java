/**
 * A layer, or a filtered part of it, as a file of a common format: streamed, in a chosen reference
 * system, under the access decision of who asks.
 */
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "web",
      "web :: geojson",
      "security",
      "audit",
      "storage",
      "jobs",
      "catalog",
      "format"
    })
@NullMarked
package org.citygis.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
