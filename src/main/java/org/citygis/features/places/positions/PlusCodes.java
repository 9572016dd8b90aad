package org.citygis.features.places.positions;

import com.google.openlocationcode.OpenLocationCode;
import java.util.List;
import java.util.Locale;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Open location codes, which telephones show as plus codes. */
final class PlusCodes {
  private static final int LONGEST = 16;

  private PlusCodes() {}

  /**
   * The middle of the code's area; a short code means the one nearest to the focus.
   *
   * @param folded as {@link Token#fold} makes it
   */
  static List<Reading> of(String folded, @Nullable LonLat focus) {
    if (folded.length() > LONGEST || !OpenLocationCode.isValidCode(folded)) {
      return List.of();
    }
    OpenLocationCode code = new OpenLocationCode(folded.toUpperCase(Locale.ROOT));
    boolean isShort = code.isShort();
    if (isShort && focus == null) {
      return List.of();
    }
    OpenLocationCode full =
        isShort && focus != null ? code.recover(focus.lat(), focus.lon()) : code;
    OpenLocationCode.CodeArea area = full.decode();
    LonLat place = new LonLat(area.getCenterLongitude(), area.getCenterLatitude());
    Text how =
        isShort
            ? Text.of(
                "Plus Code %s，取附近的 %s".formatted(code.getCode(), full.getCode()),
                "Plus code %s, the one nearby: %s".formatted(code.getCode(), full.getCode()))
            : Text.of("Plus Code " + full.getCode(), "Plus code " + full.getCode());
    double accuracy = area.getLatitudeHeight() / 2 * Reading.METRES_PER_DEGREE;
    return List.of(new Reading(place, how, Crs.epsg(4326), null, accuracy, false));
  }
}
