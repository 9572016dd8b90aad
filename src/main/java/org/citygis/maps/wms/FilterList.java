package org.citygis.maps.wms;

import java.util.ArrayList;
import java.util.List;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** {@code CQL_FILTER}: one condition for each layer, parted by semicolons outside of quotes. */
final class FilterList {
  private FilterList() {}

  /** As many as there are layers; empty for no condition. */
  static List<String> split(@Nullable String text, int layers) {
    List<String> filters = new ArrayList<>();
    if (text != null) {
      StringBuilder filter = new StringBuilder();
      char quote = 0;
      for (char c : text.toCharArray()) {
        if (quote == 0 && c == ';') {
          filters.add(filter.toString().strip());
          filter.setLength(0);
          continue;
        }
        if (quote == 0 && (c == '\'' || c == '"')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        }
        filter.append(c);
      }
      filters.add(filter.toString().strip());
      if (filters.size() > layers) {
        throw WmsException.invalid(
            "CQL_FILTER",
            text,
            Text.of("每个图层一个条件，以分号分隔", "one condition for each layer, parted by semicolons"));
      }
    }
    while (filters.size() < layers) {
      filters.add("");
    }
    // INCLUDE is how other servers write that a layer has no condition.
    filters.replaceAll(filter -> filter.equalsIgnoreCase("INCLUDE") ? "" : filter);
    return filters;
  }
}
