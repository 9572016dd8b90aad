package org.citygis.catalog;

import java.util.List;
import java.util.Optional;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** The values that a coded field may have. */
public record CodeList(String id, Text title, List<Entry> entries) {

  /**
   * One value.
   *
   * @param color {@code #rrggbb} customary on maps, null where there is none
   * @param parent the code of the class above, null at the top
   */
  public record Entry(String code, Text title, @Nullable String color, @Nullable String parent) {}

  public CodeList {
    entries = List.copyOf(entries);
  }

  public Optional<Entry> find(String code) {
    return entries.stream().filter(e -> e.code().equals(code)).findFirst();
  }
}
