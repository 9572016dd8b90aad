/** OGC API Features, Parts 1 and 2, as JSON and as pages for people. */
@NullMarked
package org.citygis.features.ogc;

import org.jspecify.annotations.NullMarked;
