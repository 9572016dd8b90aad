/** CityGIS (城图): a platform on which a city's departments share one map. */
@NullMarked
package org.citygis;

import org.jspecify.annotations.NullMarked;
