package org.citygis.features.places.positions;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mil.nga.grid.features.Point;
import mil.nga.mgrs.MGRS;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.text.Text;

/** References of the military grid, and eastings and northings with the zone of UTM before them. */
final class GridReferences {
  private static final String BANDS = "cdefghjklmnpqrstuvwx";
  private static final int ZONES = 60;
  private static final int MOST_DIGITS = 10;

  /** Degrees that a band of latitude is high. */
  private static final int BAND_DEGREES = 8;

  private GridReferences() {}

  /**
   * @param folded as {@link Token#fold} makes it
   */
  static List<Reading> of(String folded) {
    String text = folded.startsWith("utm") ? folded.substring(3).strip() : folded;
    int digits = 0;
    while (digits < text.length() && digits < 2 && isDigit(text.charAt(digits))) {
      digits++;
    }
    String rest = text.substring(digits).strip();
    if (digits == 0 || rest.length() < 3) {
      return List.of();
    }
    int zone = Integer.parseInt(text.substring(0, digits));
    int band = BANDS.indexOf(rest.charAt(0));
    if (zone < 1 || zone > ZONES || band < 0) {
      return List.of();
    }
    String after = rest.substring(1).strip();
    return isLetter(after.charAt(0)) ? square(zone, rest.charAt(0) + after) : utm(zone, rest, band);
  }

  /** The south-west corner of the square that the digits leave open. */
  private static List<Reading> square(int zone, String rest) {
    String figures = rest.length() > 3 ? rest.substring(3).replace(" ", "") : "";
    boolean complete =
        figures.length() >= 2
            && isLetter(rest.charAt(2))
            && figures.length() <= MOST_DIGITS
            && figures.length() % 2 == 0
            && figures.chars().allMatch(c -> isDigit((char) c));
    if (!complete) {
      return List.of();
    }
    String reference = (zone + rest.substring(0, 3)).toUpperCase(Locale.ROOT) + figures;
    int size = (int) Math.pow(10, (MOST_DIGITS - figures.length()) / 2.0);
    try {
      Point corner = MGRS.parse(reference).toPoint();
      LonLat place = new LonLat(corner.getLongitude(), corner.getLatitude());
      int south = -80 + BAND_DEGREES * BANDS.indexOf(rest.charAt(0));
      // A letter that the zone or the band does not have leads elsewhere.
      if (place.lat() < south - 1
          || place.lat() > south + BAND_DEGREES + 5
          || Math.abs(place.lon() - (6 * zone - 183)) > 4.5) {
        return List.of();
      }
      Text how =
          Text.of(
              "MGRS 军用格网 %s，%s米方格的西南角".formatted(reference, grouped(size)),
              "Military grid reference %s, south-west corner of a square of %s m"
                  .formatted(reference, grouped(size)));
      return List.of(new Reading(place, how, Crs.epsg(32600 + zone), null, size, false));
    } catch (ParseException | RuntimeException notInTheGrid) {
      return List.of();
    }
  }

  private static String grouped(int metres) {
    return String.format(Locale.ROOT, "%,d", metres);
  }

  /** N and S are bands of latitude and the hemispheres: then both are read. */
  private static List<Reading> utm(int zone, String rest, int band) {
    List<Token> tokens = Token.scan(rest.substring(1));
    Pair pair = tokens.isEmpty() ? null : Pair.of(tokens);
    if (pair == null || !pair.first().isMetres() || !pair.second().isMetres()) {
      return List.of();
    }
    List<Reading> readings = new ArrayList<>();
    char letter = rest.charAt(0);
    boolean north = band >= BANDS.indexOf('n');
    add(readings, zone, north, pair);
    if (letter == 's') {
      add(readings, zone, false, pair);
    }
    return readings;
  }

  private static void add(List<Reading> readings, int zone, boolean north, Pair pair) {
    Crs crs = Crs.epsg((north ? 32600 : 32700) + zone);
    double accuracy = Math.max(pair.first().halfDigit(), pair.second().halfDigit());
    Text how =
        Text.of(
            "UTM 第 %d 带，%s半球（%s），先东坐标后北坐标".formatted(zone, north ? "北" : "南", crs),
            "UTM zone %d, %s hemisphere (%s), easting first"
                .formatted(zone, north ? "northern" : "southern", crs));
    Planes.find(crs, pair.first().metres(), pair.second().metres())
        .ifPresent(place -> readings.add(new Reading(place, how, crs, null, accuracy, false)));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
