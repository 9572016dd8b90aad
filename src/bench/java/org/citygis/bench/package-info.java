/** How fast CityGIS is, beside the programs and the SQL that do the same work. */
@NullMarked
package org.citygis.bench;

import org.jspecify.annotations.NullMarked;
