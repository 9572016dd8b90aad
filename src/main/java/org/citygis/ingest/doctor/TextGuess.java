package org.citygis.ingest.doctor;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What all values of a field could be, beside what they are declared to be; and what nearly all of
 * them are, so that the few others can be told.
 */
final class TextGuess {
  private static final int INTEGER = 1;
  private static final int NUMBER = 2;
  private static final int DATE = 4;
  private static final int DIGITS_OF_LONG = 18;
  private static final int EARLIEST = 1900;
  private static final int LATEST = 2100;

  /** Integers, numbers and days in the order in which they are preferred as an explanation. */
  private static final int[] KINDS = {DATE, INTEGER, NUMBER};

  private static final String[] NAMES = {"date", "integer", "number"};
  private static final int FEWEST = 5;
  private static final int ENOUGH = 100;
  private static final double NEARLY_ALL = 0.8;

  private final long[] fitting = new long[KINDS.length];
  private final @Nullable Stranger[] strangers = new Stranger[KINDS.length];
  private int possible = INTEGER | NUMBER | DATE;
  private long seen;
  private boolean hopeless;

  /**
   * A value unlike the others.
   *
   * @param row the first that has one
   * @param type what the others are
   * @param count how many there are
   */
  record Stranger(long row, String value, String type, long count) {}

  /** A value that is not empty. */
  void take(long row, Object value) {
    if (hopeless) {
      return;
    }
    seen++;
    int kinds =
        switch (value) {
          case String text -> ofText(text.strip());
          case Long number -> INTEGER | NUMBER | (isDay(number) ? DATE : 0);
          case Double number ->
              NUMBER | (number == Math.rint(number) && Math.abs(number) < 1e15 ? INTEGER : 0);
          default -> 0;
        };
    possible &= kinds;
    long most = 0;
    for (int i = 0; i < KINDS.length; i++) {
      if ((kinds & KINDS[i]) != 0) {
        fitting[i]++;
      } else if (strangers[i] == null) {
        strangers[i] = new Stranger(row, value.toString(), NAMES[i], 1);
      }
      most = Math.max(most, fitting[i]);
    }
    hopeless = seen >= ENOUGH && most < NEARLY_ALL * seen;
  }

  /** The values that are not what nearly all others are; null where there is no such rule. */
  @Nullable Stranger stranger() {
    if (possible != 0 || hopeless || seen < FEWEST) {
      return null;
    }
    int best = 0;
    for (int i = 1; i < KINDS.length; i++) {
      best = fitting[i] > fitting[best] ? i : best;
    }
    Stranger first = strangers[best];
    return first == null || fitting[best] < NEARLY_ALL * seen
        ? null
        : new Stranger(first.row, first.value, first.type, seen - fitting[best]);
  }

  private static int ofText(String text) {
    int kinds = 0;
    if (isInteger(text)) {
      kinds = INTEGER | NUMBER;
    } else if (isNumber(text)) {
      kinds = NUMBER;
    }
    return kinds | (isDate(text) ? DATE : 0);
  }

  /** Codes such as 0701 are none. */
  private static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int digits = text.length() - start;
    if (digits < 1 || digits > DIGITS_OF_LONG || (digits > 1 && text.charAt(start) == '0')) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int point = text.indexOf('.');
    if (point <= start || point == text.length() - 1 || text.length() > 2 * DIGITS_OF_LONG) {
      return false;
    }
    if (text.charAt(start) == '0' && point > start + 1) {
      return false;
    }
    for (int i = start; i < text.length(); i++) {
      if (i != point && !isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** 2026-01-31, 2026/1/31, 20260131. */
  private static boolean isDate(String text) {
    if (text.length() < 8 || text.length() > 10 || !isDigit(text.charAt(0))) {
      return false;
    }
    String[] parts = text.split("[-/]", -1);
    try {
      if (parts.length == 1) {
        return text.length() == 8 && isDay(Long.parseLong(text));
      }
      return parts.length == 3
          && parts[0].length() == 4
          && isDay(
              Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isDay(long digits) {
    return digits >= EARLIEST * 1_00_00L
        && digits <= LATEST * 1_00_00L
        && isDay((int) (digits / 1_00_00), (int) (digits / 1_00 % 1_00), (int) (digits % 1_00));
  }

  private static boolean isDay(int year, int month, int day) {
    if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1 || day > 31) {
      return false;
    }
    try {
      LocalDate.of(year, month, day);
      return true;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }

  /** A catalogue field's type: date, integer or number; null where no value says more. */
  @Nullable String type() {
    if (seen == 0 || possible == 0) {
      return null;
    }
    return (possible & DATE) != 0 ? "date" : (possible & INTEGER) != 0 ? "integer" : "number";
  }
}
