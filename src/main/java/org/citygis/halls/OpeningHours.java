package org.citygis.halls;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a hall is open, in the city's own time. A day's spans come from, in this order: what the
 * hall says of that very day, the city's holidays, the city's exchanged workdays, the weekday.
 *
 * @param week spans by weekday; a weekday that is missing is closed
 * @param days spans of single days
 */
record OpeningHours(
    Map<DayOfWeek, List<Span>> week,
    Map<LocalDate, List<Span>> days,
    Set<LocalDate> holidays,
    Set<LocalDate> workdays) {
  /** The longest holidays of the country, and a weekend on either side, are shorter. */
  private static final int LOOK_AHEAD_DAYS = 21;

  /** Spans of the day in the order of time. */
  List<Span> on(LocalDate day) {
    List<Span> own = days.get(day);
    if (own != null) {
      return own;
    }
    if (holidays.contains(day)) {
      return List.of();
    }
    DayOfWeek weekday = workdays.contains(day) ? DayOfWeek.MONDAY : day.getDayOfWeek();
    return week.getOrDefault(weekday, List.of());
  }

  boolean isOpen(LocalDateTime at) {
    return findEnd(at).isPresent();
  }

  /** When it closes, if it is open: the end of the span, or of one that follows at once. */
  Optional<LocalDateTime> findClosing(LocalDateTime at) {
    Optional<LocalDateTime> end = findEnd(at);
    // A span that begins when another ends carries on; the bound stops a hall that never closes.
    for (int i = 0; i < 2 * LOOK_AHEAD_DAYS && end.flatMap(this::findEnd).isPresent(); i++) {
      end = end.flatMap(this::findEnd);
    }
    return end;
  }

  /** When it opens next, if it is closed; empty when not within three weeks. */
  Optional<LocalDateTime> findOpening(LocalDateTime at) {
    if (isOpen(at)) {
      return Optional.empty();
    }
    for (int ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead++) {
      LocalDate day = at.toLocalDate().plusDays(ahead);
      Optional<LocalDateTime> start =
          on(day).stream()
              .map(span -> span.startOn(day))
              .filter(s -> s.isAfter(at))
              .min(Comparator.naturalOrder());
      if (start.isPresent()) {
        return start;
      }
    }
    return Optional.empty();
  }

  /** The end of the span that holds the moment; its start belongs to it, its end does not. */
  private Optional<LocalDateTime> findEnd(LocalDateTime at) {
    for (LocalDate day : List.of(at.toLocalDate(), at.toLocalDate().minusDays(1))) {
      for (Span span : on(day)) {
        if (!at.isBefore(span.startOn(day)) && at.isBefore(span.endOn(day))) {
          return Optional.of(span.endOn(day));
        }
      }
    }
    return Optional.empty();
  }
}
