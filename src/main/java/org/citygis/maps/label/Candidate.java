package org.citygis.maps.label;

import java.util.Comparator;
import java.util.List;
import org.citygis.maps.font.Lettering;
import org.jspecify.annotations.Nullable;

/**
 * A text that would like to stand on the map.
 *
 * @param lettering null for a mark, which only keeps its place free
 * @param priority the larger one stays where two meet; infinite for what always stands
 * @param order of its layer; the upper layer's label stays
 * @param size of its feature in square pixels; the larger feature's label stays
 * @param ways in which it can stand, the best first
 */
record Candidate(
    @Nullable Lettering lettering,
    String text,
    double priority,
    int order,
    double size,
    long fid,
    List<Placing> ways) {

  /** Two different candidates are never equal in rank, or pictures could not agree. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::priority)
          .thenComparingInt(Candidate::order)
          .thenComparingDouble(candidate -> Math.rint(candidate.size))
          .reversed()
          .thenComparing(Candidate::text)
          .thenComparingLong(Candidate::fid)
          .thenComparingInt(candidate -> candidate.lettering == null ? 0 : 1)
          .thenComparing(Candidate::place);

  private double place() {
    double[] boxes = ways.get(0).boxes();
    return boxes[0] + boxes[1];
  }
}
