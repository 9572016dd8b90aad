/**
 * The command line for staff who script: {@code doctor} reads files where it runs, {@code import}
 * and {@code export} speak to a running server, with its checks, its rights and its audit trail.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "web",
      "catalog",
      "ingest",
      "ingest :: doctor"
    })
package org.citygis.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
