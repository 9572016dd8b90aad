package org.citygis.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** The city's own time: what a clock on the wall of a city office shows. */
public final class CityTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private CityTime() {}

  /**
   * Reads ISO 8601: with an offset, or a local date and time or a day, then in the city's time; a
   * day is its first moment.
   *
   * @throws DateTimeParseException for anything else
   */
  public static Instant parse(String text) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay(ZONE).toInstant();
    }
    boolean zoned =
        text.endsWith("Z")
            || text.endsWith("z")
            || text.lastIndexOf('+') > 10
            || text.lastIndexOf('-') > 10;
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(ZONE).toInstant();
  }
}
