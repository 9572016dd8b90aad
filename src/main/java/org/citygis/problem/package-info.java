/** What can go wrong, as one sealed family that every module throws and one place answers. */
@ApplicationModule(allowedDependencies = {"text"})
@NullMarked
package org.citygis.problem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
