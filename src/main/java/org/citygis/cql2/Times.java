package org.citygis.cql2;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.citygis.cql2.Expression.DateLiteral;
import org.citygis.cql2.Expression.Interval;
import org.citygis.cql2.Expression.TimestampLiteral;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Reads literal times, which both encodings write alike. */
final class Times {
  static final Text DATE = Text.of("日期，如 '2026-01-31'", "a date such as '2026-01-31'");
  static final Text TIMESTAMP =
      Text.of("时间，如 '2026-01-31T08:15:00Z'", "a time such as '2026-01-31T08:15:00Z'");
  static final Text END = Text.of("日期、时间、字段名或 '..'", "a date, a time, the name of a field or '..'");
  private static final Text ORDERED =
      Text.of("起不晚于止的时段", "an interval whose start is not after its end");

  private Times() {}

  static DateLiteral date(String text, Place place) {
    try {
      return new DateLiteral(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      throw Places.refusal(place, text, DATE);
    }
  }

  static TimestampLiteral timestamp(String text, Place place) {
    if (text.length() > 10) {
      try {
        return new TimestampLiteral(CityTime.parse(text).truncatedTo(ChronoUnit.MICROS));
      } catch (DateTimeParseException e) {
        // answered below, as a day is
      }
    }
    throw Places.refusal(place, text, TIMESTAMP);
  }

  /** An end of an interval, null where it is open. */
  static @Nullable Expression end(String text, Place place) {
    if (text.equals("..")) {
      return null;
    }
    try {
      return text.length() <= 10 ? date(text, place) : timestamp(text, place);
    } catch (org.citygis.problem.Problem.Invalid e) {
      throw Places.refusal(place, text, END);
    }
  }

  static Interval interval(@Nullable Expression from, @Nullable Expression to, Place place) {
    boolean wrong =
        from instanceof DateLiteral a && to instanceof DateLiteral b
            ? a.value().isAfter(b.value())
            : from instanceof TimestampLiteral c
                && to instanceof TimestampLiteral d
                && c.value().isAfter(d.value());
    if (wrong) {
      throw Places.refusal(place, from + " … " + to, ORDERED);
    }
    return new Interval(from, to);
  }
}
