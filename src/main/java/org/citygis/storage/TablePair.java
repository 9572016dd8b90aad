package org.citygis.storage;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two tables of one layer, and how their rows are compared.
 *
 * @param key the column, where rows are recognised by one
 * @param columns whose values are compared; a column that a table lacks counts as empty there
 * @param shapes whether shapes are, too
 */
public record TablePair(
    FeatureTable from,
    FeatureTable to,
    Difference.By by,
    @Nullable String key,
    Set<String> columns,
    boolean shapes) {

  /** Which rows of the two. */
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  public TablePair {
    columns = Set.copyOf(columns);
    if (by == Difference.By.KEY && key == null) {
      throw new IllegalArgumentException("rows are recognised by a key, which is not named");
    }
  }

  /** The column that rows are recognised by, null where only their content tells. */
  @Nullable String joinColumn() {
    return switch (by) {
      case KEY -> key;
      case FID -> FeatureTable.FID;
      case CONTENT -> null;
    };
  }
}
