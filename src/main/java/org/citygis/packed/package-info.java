/**
 * The shapes of layers as maps need them: in Web Mercator, in flat arrays, no more of them than a
 * zoom shows. {@link org.citygis.packed.ShapeSource} is the one door for tiles and for images.
 */
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "security",
      "storage",
      "catalog",
      "history",
      "style"
    })
@NullMarked
package org.citygis.packed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
