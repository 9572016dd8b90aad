package org.citygis.features.places;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.citygis.storage.FeatureRow;
import org.jspecify.annotations.Nullable;

/** The values of a row as texts. */
final class RowTexts {
  private RowTexts() {}

  /** Of the first fields of the query, in their order; null where a value is not there or blank. */
  static List<@Nullable String> of(FeatureRow row, int count) throws SQLException {
    List<@Nullable String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Object value = row.value(i);
      String text = value == null ? null : value.toString();
      texts.add(text == null || text.isBlank() ? null : text);
    }
    return texts;
  }
}
