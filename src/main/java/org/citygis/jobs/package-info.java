/**
 * Long work: queued, cancellable, with progress, remembered in the database. A job that ran when
 * the application ended runs again after the next start where its handler says that it may, and is
 * found failed otherwise; what it had begun is the business of its own transaction.
 */
@ApplicationModule(allowedDependencies = {"text", "problem", "web", "security"})
@NullMarked
package org.citygis.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
