/** Which place do these numbers mean? */
@NullMarked
package org.citygis.features.places.positions;

import org.jspecify.annotations.NullMarked;
