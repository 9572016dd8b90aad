package org.citygis.features.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * One class of what applies.
 *
 * @param code the value of the grouping field, null where it has none
 * @param color {@code #rrggbb} customary on maps
 * @param area ground that the class covers inside the site, where features of it lie over one
 *     another counted once; null where features are only counted
 * @param share of the site's area, or of all features counted; 0 to 1
 */
record ClassShare(
    @Nullable String code,
    Text title,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String color,
    long count,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable GroundArea area,
    double share) {}
