package org.citygis.storage;

import org.jspecify.annotations.Nullable;

/**
 * How a version differs from the one before, in rows.
 *
 * @param by how rows were recognised
 * @param key the column, where rows were recognised by one
 */
public record Difference(
    By by, @Nullable String key, long insert, long update, long unchanged, long delete) {

  /** How rows of two versions are recognised as the same. */
  public enum By {
    KEY,
    FID,
    CONTENT
  }

  static Difference inserted(long rows) {
    return new Difference(By.CONTENT, null, rows, 0, 0, 0);
  }
}
