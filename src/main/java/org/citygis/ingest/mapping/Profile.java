package org.citygis.ingest.mapping;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping that a department keeps for files of one kind.
 *
 * @param department whose it is
 * @param fields names of the file's fields
 * @param mapping field of the file by field of the layer, null for one that stays empty
 * @param codes by field of the layer: code by value of the file
 */
public record Profile(
    String id,
    String department,
    String layer,
    String name,
    List<String> fields,
    Map<String, @Nullable String> mapping,
    Map<String, Map<String, String>> codes,
    Instant savedAt,
    String savedBy) {

  public Profile {
    fields = List.copyOf(fields);
    mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    codes = Map.copyOf(codes);
  }

  /** Whether it was made for a file with the same fields, in whatever order. */
  public boolean fits(List<String> names) {
    return Set.copyOf(names).equals(Set.copyOf(fields));
  }
}
