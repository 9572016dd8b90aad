package org.citygis.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygis.ingest.mapping.CodeMatcher;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** Counts the values of one coded field of a file that mean no code. */
final class UnmatchedCodes {
  private static final int MOST_VALUES = 500;
  private static final int LONGEST_VALUE = 200;

  private final int position;
  private final CodeMatcher matcher;
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();

  /**
   * @param suggestion a code that is written like it, null where none is
   */
  record Value(String value, long count, @Nullable String suggestion) {}

  private UnmatchedCodes(int position, CodeMatcher matcher) {
    this.position = position;
    this.matcher = matcher;
  }

  /**
   * Reads a file once.
   *
   * @param matchers by position of the field in the file
   * @return by the same the distinct values, at most 500 of a field, the most frequent ones first
   */
  static Map<Integer, List<Value>> find(FeatureSource source, Map<Integer, CodeMatcher> matchers)
      throws UnreadableFile {
    List<UnmatchedCodes> fields = new ArrayList<>();
    matchers.forEach((position, matcher) -> fields.add(new UnmatchedCodes(position, matcher)));
    source.read(feature -> fields.forEach(field -> field.look(feature.values()[field.position])));
    Map<Integer, List<Value>> found = new HashMap<>();
    fields.forEach(field -> found.put(field.position, field.values()));
    return found;
  }

  private void look(@Nullable Object given) {
    String value = CodeMatcher.text(given);
    if (value == null || value.length() > LONGEST_VALUE) {
      return;
    }
    Boolean matched = known.get(value);
    if (matched == null) {
      matched = matcher.find(value).isPresent();
      if (known.size() < MOST_VALUES) {
        known.put(value, matched);
      }
    }
    if (!matched && (counts.size() < MOST_VALUES || counts.containsKey(value))) {
      counts.merge(value, 1L, Long::sum);
    }
  }

  private List<Value> values() {
    List<Value> values = new ArrayList<>();
    counts.forEach(
        (value, count) -> values.add(new Value(value, count, matcher.suggest(value).orElse(null))));
    values.sort(Comparator.comparingLong(Value::count).reversed().thenComparing(Value::value));
    return values;
  }
}
