/**
 * Letters: which font a style's names mean on this server, how wide they are, and how they are put
 * on a picture. Chinese is always there: the font comes with the application.
 */
@NullMarked
package org.citygis.maps.font;

import org.jspecify.annotations.NullMarked;
