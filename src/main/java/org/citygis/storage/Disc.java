package org.citygis.storage;

import org.locationtech.jts.geom.Coordinate;

/**
 * A disc in the plane of a table's reference system, with a rim.
 *
 * @param centre x easting or longitude
 * @param inner units of the system; what is nearer lies inside
 * @param outer units of the system; what lies between is on the rim, what is farther outside
 */
public record Disc(Coordinate centre, double inner, double outer) {}
