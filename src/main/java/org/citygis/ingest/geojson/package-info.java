/**
 * Reads GeoJSON (RFC 7946, and the older {@code crs} member) as a stream, also one feature per
 * line. A first pass learns the fields.
 */
@NullMarked
package org.citygis.ingest.geojson;

import org.jspecify.annotations.NullMarked;
