/**
 * Which texts a picture shows and where. Labels do not touch one another, and a picture and the one
 * beside it agree about each label that lies on their common side, so that none is cut there:
 *
 * <ul>
 *   <li>a label's place and rank depend on its feature and the scale only, never on the picture;
 *   <li>a label stands when none of a higher rank that stands touches it. To know that, all labels
 *       that could touch it must be known, and those that could touch these; {@link
 *       org.citygis.maps.label.Placement} says how far around the picture that reaches, and
 *       features are read from there;
 *   <li>the name of a street is written once in each cell of a grid that all pictures of a scale
 *       share, where the street is long enough inside of the cell.
 * </ul>
 *
 * <p>Everything is in pixels of the picture, x to the right and y down.
 */
@NullMarked
package org.citygis.maps.label;

import org.jspecify.annotations.NullMarked;
