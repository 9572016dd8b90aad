/**
 * Styles as MapLibre reads them. Its zooms count tiles 512 pixels wide, so that each is one less
 * than ours; what it cannot draw alike is drawn nearly and told.
 */
@NullMarked
package org.citygis.style.maplibre;

import org.jspecify.annotations.NullMarked;
