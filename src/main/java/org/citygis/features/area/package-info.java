/** Places and areas of a request, carried into the reference system of a layer. */
@NullMarked
package org.citygis.features.area;

import org.jspecify.annotations.NullMarked;
