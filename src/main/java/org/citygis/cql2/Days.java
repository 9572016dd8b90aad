package org.citygis.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.citygis.text.CityTime;

/** The moments of a day in the city. */
final class Days {
  private Days() {}

  static Instant start(LocalDate day) {
    return day.atStartOfDay(CityTime.ZONE).toInstant();
  }

  /** The last moment that databases, which keep microseconds, can tell from the next day. */
  static Instant end(LocalDate day) {
    return start(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
  }
}
