/** The trail of who did what: append-only and hash-chained. */
@ApplicationModule(allowedDependencies = {"security"})
@NullMarked
package org.citygis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
