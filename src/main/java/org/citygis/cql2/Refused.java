package org.citygis.cql2;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** What looks like a call: the words that are known, and how the others are refused by name. */
final class Refused {
  static final Text ARRAYS =
      Text.of(
          "单个值的条件（图层没有数组字段，不支持数组）",
          "conditions on single values: no layer has arrays, so there are no array predicates");

  private static final Set<String> CALLS =
      Stream.of(
              Stream.of(SpatialOperator.values()).map(Enum::name),
              Stream.of(TemporalOperator.values()).map(Enum::name),
              Stream.of("CASEI", "ACCENTI", "BBOX", "DATE", "TIMESTAMP", "INTERVAL"))
          .flatMap(words -> words)
          .collect(Collectors.toUnmodifiableSet());

  private Refused() {}

  static boolean isKnown(String upperCase) {
    return CALLS.contains(upperCase);
  }

  static Problem.Invalid call(Place place, String name) {
    if (name.regionMatches(true, 0, "A_", 0, 2)) {
      return Places.refusal(place, name, ARRAYS);
    }
    String known = CALLS.stream().sorted().collect(Collectors.joining(", "));
    return Places.refusal(
        place,
        name,
        Text.of("以下之一（没有自定义函数）：" + known, "one of these (there are no functions): " + known));
  }
}
