/**
 * Draws features by the rules of a style, with Java2D: on an image, or on anything else that is a
 * {@link java.awt.Graphics2D}, such as a page of print. Shapes and places come in as flat arrays of
 * pixels; shapes of one symbol are joined to one outline, which is filled and stroked once.
 */
@NullMarked
package org.citygis.maps.draw;

import org.jspecify.annotations.NullMarked;
