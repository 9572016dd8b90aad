package org.citygis.maps.draw;

import java.awt.Color;
import org.jspecify.annotations.Nullable;

/**
 * A fill with its values for one feature.
 *
 * @param color with its opacity as alpha; null where only the hatch is drawn
 * @param hatch mark of which the pattern over it consists, null for none
 */
record Tint(@Nullable Color color, @Nullable Stamp hatch) {}
