/**
 * Map sheets on paper, at a true scale. Lengths on the sheet are in pixels of 0.28 mm as styles
 * count them, from the upper left corner; as PDF the map stays lines and areas, as PNG it is drawn
 * at the dots per inch asked for.
 */
@NullMarked
package org.citygis.maps.print;

import org.jspecify.annotations.NullMarked;
