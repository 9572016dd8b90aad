package org.citygis.samplecity;

import java.util.List;
import org.locationtech.jts.geom.Polygon;

/** Land between roads, measured at the property line, and what kind of quarter it lies in. */
record Block(
    int id,
    int face,
    Quarter quarter,
    Polygon shape,
    double urban,
    List<RoadGraph.Segment> streets) {

  /** The characters of the city's quarters. */
  enum Quarter {
    OLD_TOWN(10_000, 4_200),
    CENTRE(13_000, 6_500),
    MIXED(16_000, 8_000),
    HOUSING(30_000, 17_000),
    WORKS(38_000, 19_000),
    SCIENCE(30_000, 16_000),
    STORES(45_000, 24_000),
    CAMPUS(80_000, 60_000),
    TOWN(12_000, 4_800),
    COUNTRY(620_000, 500_000),
    RIVERSIDE(1e9, 1e9),
    BELT(1e9, 1e9),
    HILL(1e9, 1e9),
    WATER(1e9, 1e9);

    final double plot;
    final double parcel;

    Quarter(double plot, double parcel) {
      this.plot = plot;
      this.parcel = parcel;
    }
  }
}
