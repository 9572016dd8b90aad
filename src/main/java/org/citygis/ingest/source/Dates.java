package org.citygis.ingest.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people write them into files. */
public final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
  private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

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

  private static LocalDate of(String year, String month, String day) {
    return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
  }
}
