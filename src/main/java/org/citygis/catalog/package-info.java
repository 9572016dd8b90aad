/** Departments, layers, their versions, and the one decision who may do what to a layer. */
@ApplicationModule(
    allowedDependencies = {"text", "problem", "geo", "web", "cql2", "security", "audit", "storage"})
@NullMarked
package org.citygis.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
