/** Service halls for citizens: which is near, which is open, which does what one needs. */
@ApplicationModule(
    allowedDependencies = {"text", "problem", "geo", "web", "security", "storage", "catalog"})
@NullMarked
package org.citygis.halls;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
