package org.citygis.ingest.kml;

import java.util.ArrayList;
import java.util.List;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.source.RecordLimit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;

/**
 * Reads longitude, latitude and altitude as they stand in KML: commas within a position, blanks
 * between positions. Blanks beside the commas, which the standard forbids, do no harm.
 */
final class Coordinates {
  private final String text;
  private int at;

  private Coordinates(String text) {
    this.text = text;
  }

  static Coordinate[] parse(String text) throws BadGeometry {
    return new Coordinates(text).positions();
  }

  private Coordinate[] positions() throws BadGeometry {
    List<Coordinate> positions = new ArrayList<>();
    boolean allHigh = true;
    double[] numbers = new double[3];
    skipBlanks();
    while (at < text.length()) {
      int count = position(numbers);
      if (count < 2) {
        throw new BadGeometry("a position needs two numbers");
      }
      allHigh = allHigh && count > 2;
      positions.add(new Coordinate(numbers[0], numbers[1], count > 2 ? numbers[2] : Double.NaN));
      if (positions.size() > RecordLimit.POSITIONS) {
        throw new BadGeometry("more than " + RecordLimit.POSITIONS + " positions");
      }
    }
    Coordinate[] all = positions.toArray(Coordinate[]::new);
    if (!allHigh) {
      for (int i = 0; i < all.length; i++) {
        all[i] = new CoordinateXY(all[i].x, all[i].y);
      }
    }
    return all;
  }

  /** Reads one position and the blanks behind it. */
  private int position(double[] numbers) throws BadGeometry {
    int count = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && text.charAt(at) != ',' && !isBlank(text.charAt(at))) {
        at++;
      }
      if (count < numbers.length) {
        numbers[count] = number(text.substring(start, at));
      }
      count++;
      skipBlanks();
      if (at >= text.length() || text.charAt(at) != ',') {
        break;
      }
      at++;
      skipBlanks();
    }
    return count;
  }

  private static double number(String written) throws BadGeometry {
    try {
      double number = written.length() > 64 ? Double.NaN : Double.parseDouble(written);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw new BadGeometry("coordinates hold “" + written + "”");
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || Character.isWhitespace(c) || c == '\u00A0' || c == '\uFEFF';
  }
}
