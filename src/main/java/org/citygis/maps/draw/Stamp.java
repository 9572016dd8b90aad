package org.citygis.maps.draw;

import org.citygis.style.Icon;
import org.jspecify.annotations.Nullable;

/**
 * A mark or an icon with its values for one feature; lengths in pixels, y down.
 *
 * @param mark its well-known name, drawn where there is no icon
 * @param size height
 * @param rotation degrees clockwise
 */
record Stamp(
    String mark,
    @Nullable Icon icon,
    @Nullable Tint fill,
    @Nullable Pen pen,
    double size,
    double rotation,
    double opacity,
    double offsetX,
    double offsetY) {}
