package org.citygis.ingest.crs;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.text.Text;

/**
 * The Gauss-Kruger grids of China's three datums. Each exists in zones of three and of six degrees,
 * and with or without the zone's number in front of the easting.
 */
enum ChineseGrid {
  CGCS2000("(?i).*(china.*2000|cgcs.?2000|2000国家大地).*", 4490, 4513, 4534, 4491, 4502),
  XIAN_1980("(?i).*(xian|xi'an|西安).*80.*", 4610, 2349, 2370, 2327, 2338),
  BEIJING_1954("(?i).*(beijing|北京).*54.*", 4214, 2401, 2422, 21413, 21453);

  private static final Pattern THREE_DEGREES = Pattern.compile("(?i).*3[ _-]?deg.*|.*3度.*");
  private static final double CLOSE = 1e-6;

  private final Pattern names;
  private final int geographic;
  private final int threeZone25;
  private final int threeMeridian75;
  private final int sixZone13;
  private final int sixMeridian75;

  ChineseGrid(
      String names,
      int geographic,
      int threeZone25,
      int threeMeridian75,
      int sixZone13,
      int sixMeridian75) {
    this.names = Pattern.compile(names);
    this.geographic = geographic;
    this.threeZone25 = threeZone25;
    this.threeMeridian75 = threeMeridian75;
    this.sixZone13 = sixZone13;
    this.sixMeridian75 = sixMeridian75;
  }

  /** The datum by what a GEOGCS and its DATUM are called. */
  static Optional<ChineseGrid> findByName(String... names) {
    for (ChineseGrid grid : values()) {
      for (String name : names) {
        Matcher matcher = grid.names.matcher(name);
        if (matcher.matches()) {
          return Optional.of(grid);
        }
      }
    }
    return Optional.empty();
  }

  /** The datum by the ellipsoid that it alone, or in China it most likely, is on. */
  static Optional<ChineseGrid> findByEllipsoid(double axisMetres, double inverseFlattening) {
    if (axisMetres == 6378137 && Math.abs(inverseFlattening - 298.257222101) < 1e-8) {
      return Optional.of(CGCS2000);
    }
    if (axisMetres == 6378140 && Math.abs(inverseFlattening - 298.257) < 1e-3) {
      return Optional.of(XIAN_1980);
    }
    return axisMetres == 6378245 && Math.abs(inverseFlattening - 298.3) < 1e-6
        ? Optional.of(BEIJING_1954)
        : Optional.empty();
  }

  int geographic() {
    return geographic;
  }

  /**
   * The code of a grid.
   *
   * @param meridian the central meridian in degrees
   * @param falseEasting 500 000, or the zone's number in millions more
   * @param name what the file calls it; tells three from six degrees where both have the meridian
   */
  OptionalInt code(double meridian, double falseEasting, String name) {
    long degrees = Math.round(meridian);
    if (Math.abs(meridian - degrees) > CLOSE || degrees < 75 || degrees > 135 || degrees % 3 != 0) {
      return OptionalInt.empty();
    }
    if (falseEasting == 500_000) {
      boolean six =
          (degrees - 75) % 6 == 0
              && !THREE_DEGREES.matcher(name).matches()
              && name.toUpperCase(Locale.ROOT).matches(".*(GK|GAUSS-KRUGER)[_ ]CM.*");
      return OptionalInt.of(
          six
              ? sixMeridian75 + (int) (degrees - 75) / 6
              : threeMeridian75 + (int) (degrees - 75) / 3);
    }
    double zone = (falseEasting - 500_000) / 1_000_000;
    if (zone == degrees / 3) {
      return OptionalInt.of(threeZone25 + (int) zone - 25);
    }
    return zone == (degrees + 3) / 6 && (degrees + 3) % 6 == 0
        ? OptionalInt.of(sixZone13 + (int) zone - 13)
        : OptionalInt.empty();
  }

  /** With the zone in front of the easting; empty for a zone that does not exist. */
  OptionalInt zoned(int zone) {
    if (zone >= 25 && zone <= 45) {
      return OptionalInt.of(threeZone25 + zone - 25);
    }
    return zone >= 13 && zone <= 23 ? OptionalInt.of(sixZone13 + zone - 13) : OptionalInt.empty();
  }

  /**
   * In three-degree zones without the zone in the easting.
   *
   * @param meridian 75 to 135, a multiple of three
   */
  int threeDegrees(int meridian) {
    return threeMeridian75 + (meridian - 75) / 3;
  }

  /**
   * In six-degree zones without the zone in the easting.
   *
   * @param meridian 75 to 135, 75 and a multiple of six
   */
  int sixDegrees(int meridian) {
    return sixMeridian75 + (meridian - 75) / 6;
  }

  /** What staff call the datum. */
  Text title() {
    return switch (this) {
      case CGCS2000 -> Text.of("CGCS2000", "CGCS2000");
      case XIAN_1980 -> Text.of("西安 80", "Xian 1980");
      case BEIJING_1954 -> Text.of("北京 54", "Beijing 1954");
    };
  }
}
