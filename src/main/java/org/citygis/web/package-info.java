/**
 * The HTTP edge that all modules share: problem+json, language, common parameters, links, GeoJSON.
 */
@ApplicationModule(allowedDependencies = {"text", "problem", "geo"})
@NullMarked
package org.citygis.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
