package org.citygis.ingest.doctor;

import java.util.List;
import org.citygis.geo.Box;
import org.locationtech.jts.geom.Coordinate;

/** Points and vertices of things whose place is certain. */
interface ReferencePoints {
  /** What the report calls them. */
  String name();

  /** Those within a box of longitudes and latitudes, or enough of them. */
  List<Coordinate> within(Box degrees);
}
