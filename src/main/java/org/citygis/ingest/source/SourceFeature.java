package org.citygis.ingest.source;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * One row of a file.
 *
 * @param row the row's number in the file, from 1
 * @param geometry in the file's own reference system, x = easting or longitude; null where the row
 *     has none or where it could not be read
 * @param values in the order of the fields; of the Java type its {@link FieldKind} names
 */
public record SourceFeature(long row, @Nullable Geometry geometry, @Nullable Object[] values) {}
