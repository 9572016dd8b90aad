package org.citygis.features.places.positions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citygis.geo.Box;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.MapShift;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Recognises coordinates and grid references: degrees in any writing, Gauss-Krueger and Web
 * Mercator metres, any projected system of CGCS2000 or WGS 84 by its EPSG number, UTM, the military
 * grid and plus codes. What can be read in several ways is, and the way that leads to the city
 * comes first.
 */
@Component
public class PositionReader {
  private static final int MOST = 5;

  /** A text that only its size makes a position must lie near the city to be taken for one. */
  private static final double BARE_BEYOND_DEGREES = 0.5;

  /** Readings that lead to the same metre are one. */
  private static final double SAME_METRES = 1;

  private final CityExtent extent;

  PositionReader(CityExtent extent) {
    this.extent = extent;
  }

  /**
   * At most five positions: those in the city first, then the nearer ones. Empty for everything
   * that is no position; nothing is thrown, and the time grows with the length of the text, of
   * which 200 characters are looked at.
   *
   * @param near the place around which is searched, the middle of the city when null
   */
  public List<Position> read(String q, @Nullable LonLat near) {
    return isName(q) ? List.of() : read(q, near, extent.find().orElse(null));
  }

  static List<Position> read(String q, @Nullable LonLat near, @Nullable Box city) {
    if (q.length() > Token.LONGEST) {
      return List.of();
    }
    LonLat focus = near != null || city == null ? near : middle(city);
    List<Reading> readings = readings(q, focus, city);
    Comparator<Reading> best = Comparator.comparing(reading -> !isIn(city, reading.place(), 0));
    if (focus != null) {
      best = best.thenComparingDouble(it -> Geodesic.distanceMetres(it.place(), focus));
    }
    List<Reading> kept = new ArrayList<>();
    for (Reading reading : readings.stream().sorted(best).toList()) {
      boolean trusted = !reading.bare() || isIn(city, reading.place(), BARE_BEYOND_DEGREES);
      if (trusted && kept.size() < MOST && kept.stream().noneMatch(it -> same(it, reading))) {
        kept.add(reading);
      }
    }
    return kept.stream().map(reading -> position(reading, city)).toList();
  }

  /** Most of what is searched for has no digit, nor the sign of a plus code. */
  private static boolean isName(String q) {
    return q.chars().noneMatch(c -> c == '+' || c == '＋' || Character.isDigit(c));
  }

  private static List<Reading> readings(String q, @Nullable LonLat focus, @Nullable Box city) {
    String folded = Token.fold(q);
    List<Reading> readings = new ArrayList<>(PlusCodes.of(folded, focus));
    readings.addAll(GridReferences.of(folded));
    List<Token> tokens = Token.scan(q);
    Statement statement = tokens.isEmpty() ? null : Statement.of(tokens);
    Pair pair = statement == null ? null : Pair.of(statement.numbers);
    if (statement != null && pair != null) {
      readings.addAll(DegreeReadings.of(pair, statement));
      readings.addAll(MetreReadings.of(pair, statement, city, focus));
    }
    return readings;
  }

  private static boolean same(Reading a, Reading b) {
    return a.crs().equals(b.crs()) && Geodesic.distanceMetres(a.place(), b.place()) < SAME_METRES;
  }

  private static boolean isIn(@Nullable Box city, LonLat place, double beyond) {
    return city != null && city.buffer(beyond).envelope().contains(place.lon(), place.lat());
  }

  private static LonLat middle(Box city) {
    return new LonLat((city.minX() + city.maxX()) / 2, (city.minY() + city.maxY()) / 2);
  }

  private static Position position(Reading reading, @Nullable Box city) {
    LonLat place = reading.place();
    MapShift shift = reading.shift();
    return new Position(
        Notations.title(place),
        reading.how(),
        rounded(place.lon(), 1e8),
        rounded(place.lat(), 1e8),
        reading.crs().code(),
        shift == null ? null : Reading.nameOf(shift),
        rounded(reading.accuracyMetres(), 1e3),
        isIn(city, place, 0),
        Notations.of(place));
  }

  private static double rounded(double value, double parts) {
    return Math.round(value * parts) / parts;
  }
}
