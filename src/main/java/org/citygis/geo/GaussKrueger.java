package org.citygis.geo;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.referencing.CRS;

/**
 * The Gauss-Krueger zones of CGCS2000 as the EPSG register numbers them, each both with its number
 * in front of the easting and without: three degrees wide from 75 to 135 degrees of longitude, as
 * cities are surveyed, and six degrees wide, as the sheets of smaller scales are.
 */
public final class GaussKrueger {
  /** A row of zones in the register: the code of the one at 75 degrees, and their distance. */
  private record Series(int first, int degrees) {}

  private static final int WEST = 75;
  private static final int EAST = 135;

  /** A layer that lies in more zones than this is no survey, and nobody asks for it in one. */
  private static final int MOST_ZONES = 3;

  private static final List<Series> THREE_DEGREES =
      List.of(new Series(4534, 3), new Series(4513, 3));
  private static final List<Series> SIX_DEGREES = List.of(new Series(4502, 6), new Series(4491, 6));

  private GaussKrueger() {}

  /**
   * The zones that the box touches, from west to east, three degrees before six, without number
   * before with; none where it touches more than three of a kind.
   *
   * @param box in longitude and latitude
   */
  public static List<Crs> touching(Box box) {
    List<Crs> zones = new ArrayList<>();
    for (List<Series> kind : List.of(THREE_DEGREES, SIX_DEGREES)) {
      for (Series series : kind) {
        List<Crs> touched = touching(series, box);
        if (touched.size() <= MOST_ZONES) {
          zones.addAll(touched);
        }
      }
    }
    return zones;
  }

  private static List<Crs> touching(Series series, Box box) {
    List<Crs> zones = new ArrayList<>();
    double half = series.degrees / 2.0;
    int code = series.first;
    for (int meridian = WEST; meridian <= EAST; meridian += series.degrees) {
      Crs zone = Crs.epsg(code++);
      GeographicBoundingBox use = CRS.getGeographicBoundingBox(zone.geotools());
      if (box.maxX() >= meridian - half
          && box.minX() < meridian + half
          && box.maxY() >= use.getSouthBoundLatitude()
          && box.minY() <= use.getNorthBoundLatitude()) {
        zones.add(zone);
      }
    }
    return zones;
  }
}
