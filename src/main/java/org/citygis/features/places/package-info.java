/** Where is this name? */
@NullMarked
package org.citygis.features.places;

import org.jspecify.annotations.NullMarked;
