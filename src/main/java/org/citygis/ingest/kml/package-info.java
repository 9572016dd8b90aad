/**
 * Reads KML, also out of a .kmz: every Placemark of the document is a row, with its folder as a
 * field. Nothing outside the file is fetched, no DTD is read, and depth and sizes are limited. A
 * first pass learns the fields.
 */
@NullMarked
package org.citygis.ingest.kml;

import org.jspecify.annotations.NullMarked;
