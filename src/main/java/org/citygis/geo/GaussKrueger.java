package org.citygis.geo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Numbers of zones in front of an easting: of six degrees, then of three. */
  private static final int FIRST_SIX = 13;

  private static final int LAST_SIX = 23;
  private static final int FIRST_THREE = 25;
  private static final int LAST_THREE = 45;

  private GaussKrueger() {}

  /**
   * A zone of CGCS2000.
   *
   * @param degrees how wide it is: 3 or 6
   * @param meridian its central meridian, degrees east
   * @param numbered whether eastings carry its number in front, as in 38500000
   */
  public record Zone(int degrees, int meridian, boolean numbered) {
    public Zone {
      boolean known = degrees == 3 || degrees == 6;
      if (!known || meridian < WEST || meridian > EAST || (meridian - WEST) % degrees != 0) {
        throw new IllegalArgumentException("no zone of " + degrees + " degrees at " + meridian);
      }
    }

    public Crs crs() {
      Series series = (degrees == 3 ? THREE_DEGREES : SIX_DEGREES).get(numbered ? 1 : 0);
      return Crs.epsg(series.first + (meridian - WEST) / degrees);
    }

    /** The number that stands in front of eastings: 25 to 45 of three degrees, 13 to 23 of six. */
    public int number() {
      return degrees == 3 ? meridian / 3 : (meridian + 3) / 6;
    }
  }

  /** The zone, with its number in the easting, that a number stands for; none for 24. */
  public static Optional<Zone> findNumbered(int number) {
    if (number >= FIRST_SIX && number <= LAST_SIX) {
      return Optional.of(new Zone(6, 6 * number - 3, true));
    }
    return number >= FIRST_THREE && number <= LAST_THREE
        ? Optional.of(new Zone(3, 3 * number, true))
        : Optional.empty();
  }

  /**
   * The zone of a width, without number, that a longitude lies in; none outside the series. A
   * boundary of zones belongs to the eastern one.
   *
   * @param degrees 3 or 6
   */
  public static Optional<Zone> findZone(int degrees, double longitude) {
    double half = degrees / 2.0;
    if (!(longitude >= WEST - half && longitude <= EAST + half)) {
      return Optional.empty();
    }
    long step = Math.round((longitude - WEST) / degrees);
    long last = (EAST - WEST) / degrees;
    int meridian = WEST + degrees * (int) Math.clamp(step, 0, last);
    return Optional.of(new Zone(degrees, meridian, false));
  }

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
