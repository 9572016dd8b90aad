/** Pictures as files: PNG and JPEG. */
@NullMarked
package org.citygis.maps.image;

import org.jspecify.annotations.NullMarked;
