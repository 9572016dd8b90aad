/**
 * The styles over HTTP: OGC API Styles (draft 20-009), and the styles of a layer for the portal.
 */
@NullMarked
package org.citygis.style.ogc;

import org.jspecify.annotations.NullMarked;
