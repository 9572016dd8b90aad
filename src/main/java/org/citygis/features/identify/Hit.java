package org.citygis.features.identify;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature that was found.
 *
 * @param distance from the place, in the units of the layer's system; 0 inside
 * @param size its area in those units, so that the smaller of two that lie over one another is
 *     first
 * @param wkb its shape in the layer's system
 */
record Hit(
    long fid,
    String title,
    List<@Nullable Object> values,
    byte[] wkb,
    double distance,
    double size) {}
