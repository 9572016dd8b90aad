package org.citygis.ingest.source;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the kind that all texts of a column have, in formats that know nothing but text. What looks
 * like a number but is a code (leading zeros, twelve digits and more) stays text.
 */
public final class TextKind {
  private static final int CODE_DIGITS = 12;

  private @Nullable FieldKind kind;

  /** Takes one more value of the column; blank ones say nothing. */
  public void see(String text) {
    if (kind == FieldKind.TEXT) {
      return;
    }
    String clean = text.strip();
    if (!clean.isEmpty()) {
      FieldKind own = of(clean);
      kind = kind == null ? own : both(kind, own);
    }
  }

  /** The kind of all values seen. */
  public FieldKind kind() {
    return kind == null ? FieldKind.TEXT : kind;
  }

  /** A text as a value of a kind that {@link #see} found for it; null where it is blank. */
  public static @Nullable Object read(FieldKind kind, String text) {
    if (kind == FieldKind.TEXT) {
      return text.isEmpty() ? null : text;
    }
    String clean = text.strip();
    if (clean.isEmpty()) {
      return null;
    }
    return switch (kind) {
      case INTEGER -> (Object) Long.valueOf(clean);
      case NUMBER -> Double.valueOf(clean);
      case BOOLEAN -> truth(clean);
      case DATE -> Dates.parse(clean);
      case DATETIME -> {
        LocalDate day = Dates.parse(clean);
        yield day == null ? Dates.parseTime(clean) : day.atStartOfDay();
      }
      case TEXT, LARGE_INTEGER -> clean;
    };
  }

  /** True, false, yes, no and their Chinese words; null for anything else. */
  public static @Nullable Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "是" -> Boolean.TRUE;
      case "false", "no", "否" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static FieldKind both(FieldKind a, FieldKind b) {
    if (a == b) {
      return a;
    }
    if (isNumber(a) && isNumber(b)) {
      return FieldKind.NUMBER;
    }
    return isTime(a) && isTime(b) ? FieldKind.DATETIME : FieldKind.TEXT;
  }

  private static boolean isNumber(FieldKind kind) {
    return kind == FieldKind.INTEGER || kind == FieldKind.NUMBER;
  }

  private static boolean isTime(FieldKind kind) {
    return kind == FieldKind.DATE || kind == FieldKind.DATETIME;
  }

  private static FieldKind of(String text) {
    char first = text.charAt(0);
    if (first == '-' || first == '.' || isDigit(first)) {
      FieldKind number = number(text);
      if (number != null) {
        return number;
      }
      // A day is only one beyond doubt when the year comes first.
      if (text.length() >= 8 && text.indexOf('/') != 1 && text.indexOf('/') != 2) {
        return Dates.parse(text) != null
            ? FieldKind.DATE
            : Dates.parseTime(text) != null ? FieldKind.DATETIME : FieldKind.TEXT;
      }
      return FieldKind.TEXT;
    }
    return truth(text) == null ? FieldKind.TEXT : FieldKind.BOOLEAN;
  }

  /** INTEGER, NUMBER, TEXT for a code of digits; null for what is no number. */
  private static @Nullable FieldKind number(String text) {
    int at = text.charAt(0) == '-' ? 1 : 0;
    int start = at;
    at = afterDigits(text, at);
    int whole = at - start;
    boolean code = whole > 1 && text.charAt(start) == '0';
    if (at == text.length()) {
      return whole == 0 ? null : code || whole >= CODE_DIGITS ? FieldKind.TEXT : FieldKind.INTEGER;
    }
    int digits = whole;
    if (text.charAt(at) == '.') {
      int fraction = afterDigits(text, at + 1);
      digits += fraction - at - 1;
      at = fraction;
    }
    if (digits > 0 && at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      int exponent = at + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      at = afterDigits(text, exponent);
      digits = at > exponent ? digits : 0;
    }
    if (digits == 0 || at != text.length()) {
      return null;
    }
    return code || !Double.isFinite(Double.parseDouble(text)) ? FieldKind.TEXT : FieldKind.NUMBER;
  }

  private static int afterDigits(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
