package org.citygis.halls;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From when to when a hall is open on a day.
 *
 * @param from minutes after midnight
 * @param to minutes after the same midnight, more than {@code from}; over 1440 when it closes on
 *     the next day
 */
record Span(int from, int to) {
  private static final int DAY = 24 * 60;
  private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})");

  Span {
    if (from < 0 || from >= DAY || to <= from || to > 2 * DAY) {
      throw new IllegalArgumentException("not a span of a day: %d to %d".formatted(from, to));
    }
  }

  /** By {@code 09:00} and {@code 17:00}; an end that is not later is on the next day. */
  static Span of(String from, String to) {
    int start = minutes(from);
    int end = minutes(to);
    return new Span(start, end > start ? end : end + DAY);
  }

  LocalDateTime startOn(LocalDate day) {
    return day.atStartOfDay().plusMinutes(from);
  }

  LocalDateTime endOn(LocalDate day) {
    return day.atStartOfDay().plusMinutes(to);
  }

  private static int minutes(String time) {
    Matcher parts = TIME.matcher(time.strip());
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a time of day: " + time);
    }
    int minutes = 60 * Integer.parseInt(parts.group(1)) + Integer.parseInt(parts.group(2));
    if (minutes > DAY || Integer.parseInt(parts.group(2)) > 59) {
      throw new IllegalArgumentException("not a time of day: " + time);
    }
    return minutes;
  }
}
