package org.citygis.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.citygis.geo.Box;
import org.citygis.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * Which incidents are asked for; every condition that is given must be met.
 *
 * @param centre distances are measured from here and order the answer
 * @param radiusMetres only with a centre
 * @param box longitude and latitude
 * @param area polygon in longitude and latitude
 * @param codes by field, the codes of which one must be met
 * @param words to be found in title, address or description
 */
record Search(
    @Nullable LonLat centre,
    @Nullable Double radiusMetres,
    @Nullable Box box,
    @Nullable Geometry area,
    @Nullable Instant from,
    @Nullable Instant to,
    Map<String, List<String>> codes,
    @Nullable String words,
    int limit) {}
