/** Takes a file that somebody sent, says what is wrong with it, and makes a layer of it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"text", "problem", "geo"})
package org.citygis.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
