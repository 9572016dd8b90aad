/**
 * Feature tables in PostGIS or H2GIS, behind one interface; the two differ in {@code Dialect} only.
 */
@ApplicationModule(allowedDependencies = {"text", "problem", "geo", "cql2", "security"})
@NullMarked
package org.citygis.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
