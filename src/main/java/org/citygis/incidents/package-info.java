/**
 * Incidents of the emergency command: report, dispatch, resolve, close; who is near; the live
 * stream of what changes.
 */
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "web",
      "security",
      "audit",
      "storage",
      "catalog",
      "history"
    })
@NullMarked
package org.citygis.incidents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
