/**
 * What has changed from one version of a layer to another: rows, fields, and how much ground went
 * from one class to the next.
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "text",
      "problem",
      "geo",
      "web",
      "security",
      "storage",
      "jobs",
      "catalog"
    })
package org.citygis.versions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
