/**
 * Long work: queued, cancellable, with progress, remembered in the database. A job that ran when
 * the application ended is found failed after the next start; what it had begun is the business of
 * its own transaction.
 */
@ApplicationModule(allowedDependencies = {"text", "problem", "security"})
@NullMarked
package org.citygis.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
