/** GeoPackage 1.3 with spatial index, aliases and code lists. */
@NullMarked
package org.citygis.export.geopackage;

import org.jspecify.annotations.NullMarked;
