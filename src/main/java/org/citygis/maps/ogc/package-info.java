/** OGC API - Maps - Part 1 (OGC 20-058): a map of a collection, or of several. */
@NullMarked
package org.citygis.maps.ogc;

import org.jspecify.annotations.NullMarked;
