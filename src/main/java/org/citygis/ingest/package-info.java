/**
 * Takes a file that somebody sent, says what is wrong with it, and makes a version of a layer of
 * it, all or nothing. The sample city comes the same way.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "web",
      "audit",
      "security",
      "storage",
      "jobs",
      "catalog",
      "style"
    })
package org.citygis.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
