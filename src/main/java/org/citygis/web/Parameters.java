package org.citygis.web;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.citygis.geo.Box;
import org.citygis.problem.Problem;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads the parameters that several services share; each refusal names the parameter, the value and
 * what is right.
 */
public final class Parameters {
  private static final int MAX_WKT = 1_000_000;

  private Parameters() {}

  /** {@code 1} to {@code maximum}; a larger number is clamped, as OGC API asks. */
  public static int limit(@Nullable String text, int otherwise, int maximum) {
    if (text == null) {
      return otherwise;
    }
    long value = integer("limit", text);
    if (value < 1) {
      throw Problem.Invalid.parameter(
          "limit", text, Text.of("1 至 " + maximum + " 的整数", "an integer from 1 to " + maximum));
    }
    return (int) Math.min(value, maximum);
  }

  public static long integer(String parameter, String text) {
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw Problem.Invalid.parameter(parameter, text, Text.of("整数", "an integer"));
    }
  }

  public static double number(String parameter, String text) {
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // answered below, as an infinite number is
    }
    throw Problem.Invalid.parameter(parameter, text, Text.of("数值", "a number"));
  }

  /** A number of metres, more than 0 and at most {@code maximum}. */
  public static double metres(String parameter, String text, double maximum) {
    double value = number(parameter, text);
    if (!(value > 0 && value <= maximum)) {
      throw Problem.Invalid.parameter(
          parameter,
          text,
          Text.of(
              "大于 0 且不超过 %.0f 的米数".formatted(maximum),
              "metres above 0 and at most %.0f".formatted(maximum)));
    }
    return value;
  }

  /** {@code west,south,east,north}, or six numbers with heights, which are ignored. */
  public static Box bbox(String parameter, String text) {
    Text expected =
        Text.of(
            "四个数“西,南,东,北”，且西≤东、南≤北",
            "four numbers west,south,east,north with west ≤ east and south ≤ north");
    String[] parts = text.split(",", -1);
    if (parts.length != 4 && parts.length != 6) {
      throw Problem.Invalid.parameter(parameter, text, expected);
    }
    int half = parts.length / 2;
    try {
      double minX = Double.parseDouble(parts[0].strip());
      double minY = Double.parseDouble(parts[1].strip());
      double maxX = Double.parseDouble(parts[half].strip());
      double maxY = Double.parseDouble(parts[half + 1].strip());
      if (minX <= maxX && minY <= maxY && Double.isFinite(minX + minY + maxX + maxY)) {
        return new Box(minX, minY, maxX, maxY);
      }
    } catch (NumberFormatException e) {
      // answered below, as a box upside down is
    }
    throw Problem.Invalid.parameter(parameter, text, expected);
  }

  /** ISO 8601: with offset, or a local date and time or a day, then read in the city's time. */
  public static Instant instant(String parameter, String text) {
    try {
      // A plus sign that was not escaped arrives as a blank.
      return CityTime.parse(text.strip().replace(' ', '+'));
    } catch (DateTimeParseException e) {
      throw Problem.Invalid.parameter(
          parameter,
          text,
          Text.of(
              "ISO 8601 时间，如 2026-01-31T08:15:00+08:00",
              "an ISO 8601 time such as 2026-01-31T08:15:00+08:00"));
    }
  }

  /** A valid polygon or multipolygon in WKT. */
  public static Geometry polygon(String parameter, String wkt) {
    Text expected = Text.of("WKT 多边形(经度 纬度)", "a WKT polygon (longitude latitude)");
    if (wkt.length() > MAX_WKT) {
      throw new Problem.TooLarge(Text.of("多边形过大。", "The polygon is too large."));
    }
    try {
      return validPolygon(parameter, new WKTReader().read(wkt));
    } catch (ParseException | IllegalArgumentException e) {
      throw Problem.Invalid.parameter(parameter, wkt, expected);
    }
  }

  /**
   * Refuses anything but a polygon that does not cross itself; the refusal names the place of the
   * fault.
   */
  public static Geometry validPolygon(String parameter, Geometry geometry) {
    if (!geometry.getGeometryType().endsWith("Polygon") || geometry.isEmpty()) {
      throw Problem.Invalid.parameter(
          parameter, geometry.getGeometryType(), Text.of("非空多边形", "a polygon that is not empty"));
    }
    TopologyValidationError error = new IsValidOp(geometry).getValidationError();
    if (error != null) {
      String place = "%.6f %.6f".formatted(error.getCoordinate().x, error.getCoordinate().y);
      throw Problem.Invalid.parameter(
          parameter,
          error.getMessage() + " @ " + place,
          Text.of("不自相交的有效多边形", "a valid polygon that does not cross itself"));
    }
    return geometry;
  }
}
