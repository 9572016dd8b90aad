package org.citygis.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.citygis.ingest.source.SourceField;

/** Makes ids of fields, which are column names, out of the names in a file. */
final class FieldIds {
  private static final int LONGEST = 48;

  private FieldIds() {}

  /**
   * One id per field, in order: the name in lower-case Latin letters where it has some, else {@code
   * field_n}.
   */
  static List<String> of(List<SourceField> fields) {
    Set<String> taken = new HashSet<>(Set.of("fid", "geom"));
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      String stem = stem(fields.get(i).name(), i + 1);
      String id = stem;
      for (int n = 1; !taken.add(id); n++) {
        id = stem.substring(0, Math.min(stem.length(), LONGEST - 5)) + "_" + n;
      }
      ids.add(id);
    }
    return ids;
  }

  private static String stem(String name, int number) {
    boolean latin = name.chars().allMatch(c -> c < 128);
    String id =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[^a-z]+|_+$", "");
    return latin && !id.isEmpty()
        ? id.substring(0, Math.min(id.length(), LONGEST))
        : "field_" + number;
  }
}
