package org.citygis.history;

import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;

/** Reads values of a history, which JSON keeps, as those of a column. */
public final class StoredValues {
  private StoredValues() {}

  /** The value as the type's binding class. */
  public static @Nullable Object read(ColumnType type, @Nullable Object stored) {
    return stored == null ? null : type.read(stored.toString());
  }
}
