/**
 * OGC Web Map Service 1.1.1 (OGC 01-068r3) and 1.3.0 (OGC 06-042). The two differ in the order of
 * axes: 1.1.1 always has easting or longitude first, 1.3.0 the order of the register; {@link
 * org.citygis.maps.wms.WmsVersion} is the one place that knows.
 */
@NullMarked
package org.citygis.maps.wms;

import org.jspecify.annotations.NullMarked;
