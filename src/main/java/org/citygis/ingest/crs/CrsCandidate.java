package org.citygis.ingest.crs;

import org.citygis.geo.Crs;

/**
 * A reference system that a file may be in.
 *
 * @param confidence 0 to 1
 */
public record CrsCandidate(Crs crs, double confidence) {}
