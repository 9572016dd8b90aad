/**
 * CQL2 (OGC 21-065r2): a condition written as text or as JSON, read into one syntax tree, checked
 * against what may be asked of a layer and compiled to a GeoTools filter. Whatever is wrong is
 * refused with its place, what was found and what would be right; nothing is silently left out.
 *
 * <p>Coordinates of the tree are as the writer wrote them, in the order of axes that the reference
 * system of the filter has on the wire; the compiled filter is in the layer's own system, x easting
 * or longitude. Time without an offset is the city's.
 */
@ApplicationModule(allowedDependencies = {"text", "problem", "geo"})
@NullMarked
package org.citygis.cql2;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
