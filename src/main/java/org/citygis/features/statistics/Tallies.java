package org.citygis.features.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citygis.catalog.Field;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;

/** The tallies of all classes, by their values as text. */
final class Tallies {
  /** More classes than that are not classes but names. */
  static final int MAX_GROUPS = 1000;

  private final CensusQuestion question;
  private final Map<List<@Nullable String>, Tally> byKeys = new HashMap<>();

  Tallies(CensusQuestion question) {
    this.question = question;
  }

  Map<List<@Nullable String>, Tally> all() {
    return byKeys;
  }

  Tally total() {
    Tally total = new Tally(question.sums().size());
    byKeys.values().forEach(total::add);
    return total;
  }

  Tally of(List<? extends @Nullable Object> values) {
    List<@Nullable String> keys = new ArrayList<>();
    for (Object value : values) {
      keys.add(value == null ? null : JsonValues.text(value));
    }
    Tally tally = byKeys.get(keys);
    if (tally == null) {
      if (byKeys.size() == MAX_GROUPS) {
        throw Problem.Invalid.parameter(
            "group",
            question.groups().stream().map(Field::name).collect(Collectors.joining(",")),
            Text.of(
                "取值不超过 " + MAX_GROUPS + " 种的字段", "a field of at most " + MAX_GROUPS + " values"));
      }
      tally = new Tally(question.sums().size());
      byKeys.put(keys, tally);
    }
    return tally;
  }
}
