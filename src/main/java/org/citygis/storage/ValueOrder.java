package org.citygis.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/** The order of values in the JVM, which is that of both databases. */
final class ValueOrder {
  private ValueOrder() {}

  static int compare(ColumnType type, Object a, Object b, boolean matchCase) {
    return switch (type) {
      case TEXT ->
          matchCase
              ? codePoints((String) a, (String) b)
              : codePoints(
                  ((String) a).toLowerCase(Locale.ROOT), ((String) b).toLowerCase(Locale.ROOT));
      case INTEGER -> Long.compare(((Number) a).longValue(), ((Number) b).longValue());
      case NUMBER ->
          Double.compare(((Number) a).doubleValue() + 0.0, ((Number) b).doubleValue() + 0.0);
      case BOOLEAN -> ((Boolean) a).compareTo((Boolean) b);
      case DATE -> ((LocalDate) a).compareTo((LocalDate) b);
      case DATETIME -> ((Instant) a).compareTo((Instant) b);
    };
  }

  /** UTF-16 would put rare Chinese characters before the full-width forms. */
  private static int codePoints(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Character.isSurrogate(x) == Character.isSurrogate(y)
            ? Character.compare(x, y)
            : Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
      }
    }
    return Integer.compare(a.length(), b.length());
  }
}
