package org.citygis.web;

import java.time.Instant;
import java.time.LocalDate;
import org.citygis.problem.Problem;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A span of time, open on a side that is null; both ends belong to it.
 *
 * @param from first moment
 * @param to last moment
 */
public record TimeSpan(@Nullable Instant from, @Nullable Instant to) {
  private static final Text EXPECTED =
      Text.of("时刻，或“起/止”且起不晚于止", "an instant, or start/end with the start not after the end");

  public TimeSpan {
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.Invalid.parameter("datetime", from + "/" + to, EXPECTED);
    }
  }

  /**
   * OGC API's {@code datetime}: an instant, {@code a/b}, {@code ../b}, {@code a/..}; a day means
   * all of it.
   */
  public static TimeSpan parse(String parameter, String text) {
    String[] ends = text.strip().split("/", -1);
    if (ends.length == 1) {
      return new TimeSpan(Parameters.instant(parameter, ends[0]), endOf(parameter, ends[0]));
    }
    if (ends.length != 2) {
      throw Problem.Invalid.parameter(parameter, text, EXPECTED);
    }
    Instant from = open(ends[0]) ? null : Parameters.instant(parameter, ends[0]);
    Instant to = open(ends[1]) ? null : endOf(parameter, ends[1]);
    if (from != null && to != null && from.isAfter(to)) {
      throw Problem.Invalid.parameter(parameter, text, EXPECTED);
    }
    return new TimeSpan(from, to);
  }

  private static boolean open(String end) {
    return end.isEmpty() || end.equals("..");
  }

  private static Instant endOf(String parameter, String text) {
    Instant start = Parameters.instant(parameter, text);
    return text.strip().length() == 10
        ? LocalDate.parse(text.strip())
            .plusDays(1)
            .atStartOfDay(CityTime.ZONE)
            .toInstant()
            .minusNanos(1)
        : start;
  }
}
