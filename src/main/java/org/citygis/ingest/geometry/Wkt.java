package org.citygis.ingest.geometry;

import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Reads geometries written as text: WKT, WKT after {@code SRID=n;}, and the hexadecimal WKB that
 * PostGIS puts into text files. Not safe for several threads.
 */
public final class Wkt {
  private static final int DEEPEST = 16;
  private static final Pattern SRID = Pattern.compile("(?i)SRID\\s*=\\s*(\\d{1,6})\\s*;(?s:(.*))");

  private final WKTReader reader = new WKTReader();
  private final Wkb wkb = new Wkb();

  /**
   * @return null for an empty geometry; one with an SRID has it as {@link Geometry#getSRID()}
   */
  public @Nullable Geometry read(String text) throws BadGeometry {
    String clean = text.strip();
    if (clean.startsWith("00") || clean.startsWith("01")) {
      return wkb.read(bytes(clean));
    }
    Matcher extended = SRID.matcher(clean);
    boolean marked = extended.matches();
    String plain = marked ? extended.group(2) : clean;
    checkDepth(plain);
    try {
      Geometry geometry = Soundness.of(reader.read(plain));
      if (geometry != null && marked) {
        geometry.setSRID(Integer.parseInt(extended.group(1)));
      }
      return geometry;
    } catch (ParseException | IllegalArgumentException e) {
      throw new BadGeometry(String.valueOf(e.getMessage()));
    }
  }

  private static byte[] bytes(String hexadecimal) throws BadGeometry {
    try {
      return HexFormat.of().parseHex(hexadecimal);
    } catch (IllegalArgumentException e) {
      throw new BadGeometry("neither WKT nor hexadecimal WKB");
    }
  }

  /** The reader calls itself once for each level. */
  private static void checkDepth(String text) throws BadGeometry {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' && ++depth > DEEPEST) {
        throw new BadGeometry("nested too deeply");
      } else if (c == ')') {
        depth--;
      }
    }
  }
}
