/**
 * Reads shapefiles as they really arrive: whatever can be saved of a damaged one is read, and every
 * loss is reported. Row n of the .dbf belongs to the nth entry of the .shx (else the nth record of
 * the .shp). No size that a file claims is believed before it is checked against the bytes there.
 */
@NullMarked
package org.citygis.ingest.shapefile;

import org.jspecify.annotations.NullMarked;
