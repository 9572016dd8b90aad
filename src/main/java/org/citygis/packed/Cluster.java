package org.citygis.packed;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a point that stands for several says of them.
 *
 * @param count how many
 * @param classes the same by class, the largest first
 */
public record Cluster(int count, List<ClassCount> classes) {

  /**
   * @param values the values of the class fields that are not null, as text, in the order of the
   *     fields
   */
  public record ClassCount(List<String> values, int count) {
    static List<String> texts(@Nullable Object[] values) {
      return Arrays.stream(values).filter(v -> v != null).map(Object::toString).toList();
    }
  }

  public Cluster {
    classes = List.copyOf(classes);
  }
}
