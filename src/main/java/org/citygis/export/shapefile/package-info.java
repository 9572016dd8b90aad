/** Zipped shapefiles as desktop programs of the trade read them. */
@NullMarked
package org.citygis.export.shapefile;

import org.jspecify.annotations.NullMarked;
