package org.citygis.history;

import java.time.Instant;
import java.time.LocalDate;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;

/** Reads values of a history, which JSON keeps, as those of a column. */
public final class StoredValues {
  private StoredValues() {}

  /** The value as the type's binding class. */
  public static @Nullable Object read(ColumnType type, @Nullable Object stored) {
    if (stored == null) {
      return null;
    }
    String text = stored.toString();
    return switch (type) {
      case TEXT -> text;
      case INTEGER -> Long.valueOf(text);
      case NUMBER -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case DATETIME -> Instant.parse(text);
    };
  }
}
