/** Positions, boxes, tiles, reference systems, and the measures taken on them. */
@ApplicationModule(allowedDependencies = {"text", "problem"})
@NullMarked
package org.citygis.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
