package org.citygis.ingest.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.text.CityTime;
import org.jspecify.annotations.Nullable;

/** Dates and times as people and programs write them into files. */
public final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)? ?"
              + "([Zz]|[+-]\\d{2}(?::?\\d{2})?)?");
  private static final int LONGEST = 48;

  private Dates() {}

  /** 20230401, 2023/4/1, 2023-04-01 or the American 04/01/2023; null for anything else. */
  public static @Nullable LocalDate parse(String written) {
    try {
      if (written.length() == 8 && written.chars().allMatch(c -> c >= '0' && c <= '9')) {
        return LocalDate.of(
            Integer.parseInt(written, 0, 4, 10),
            Integer.parseInt(written, 4, 6, 10),
            Integer.parseInt(written, 6, 8, 10));
      }
      Matcher first = YEAR_FIRST.matcher(written);
      if (first.matches()) {
        return of(first.group(1), first.group(2), first.group(3));
      }
      Matcher last = YEAR_LAST.matcher(written);
      return last.matches() ? of(last.group(3), last.group(1), last.group(2)) : null;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /**
   * A day and a time of day, between them a T or a blank; a time with an offset is turned into the
   * city's own. Null for anything else.
   */
  public static @Nullable LocalDateTime parseTime(String written) {
    int split = Math.max(written.indexOf('T'), written.indexOf(' '));
    if (split < 8 || written.length() > LONGEST) {
      return null;
    }
    LocalDate day = parse(written.substring(0, split));
    Matcher time = TIME.matcher(written.substring(split + 1));
    if (day == null || !time.matches()) {
      return null;
    }
    try {
      String fraction = time.group(4) == null ? "0" : time.group(4);
      LocalDateTime local =
          day.atTime(
              Integer.parseInt(time.group(1)),
              Integer.parseInt(time.group(2)),
              time.group(3) == null ? 0 : Integer.parseInt(time.group(3)),
              Integer.parseInt((fraction + "00000000").substring(0, 9)));
      return time.group(5) == null
          ? local
          : local
              .atOffset(ZoneOffset.of(time.group(5).toUpperCase(Locale.ROOT)))
              .atZoneSameInstant(CityTime.ZONE)
              .toLocalDateTime();
    } catch (DateTimeException noSuchTime) {
      return null;
    }
  }

  private static LocalDate of(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
