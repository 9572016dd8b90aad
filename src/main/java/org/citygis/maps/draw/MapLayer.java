package org.citygis.maps.draw;

import org.citygis.catalog.OpenLayer;
import org.citygis.style.Style;
import org.geotools.api.filter.Filter;

/**
 * A layer of a picture.
 *
 * @param filter which of the rows that the user may see are drawn
 */
public record MapLayer(OpenLayer layer, Style style, Filter filter) {}
