package org.citygis.features.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.citygis.features.places.spelling.Rank;
import org.jspecify.annotations.Nullable;

/** Keeps the best few of any number of matches, each feature once. */
final class BestMatches {
  private record Feature(String layer, long fid) {}

  private final int limit;
  private final PriorityQueue<Match> worstFirst = new PriorityQueue<>(Match.BEST_FIRST.reversed());
  private final Map<Feature, Match> kept = new HashMap<>();

  BestMatches(int limit) {
    this.limit = limit;
  }

  /** The worst that is kept, null while there is room for more. */
  @Nullable Match worst() {
    return worstFirst.size() < limit ? null : worstFirst.peek();
  }

  /** What is of a worse rank has no chance any more. */
  Rank worstRank() {
    Match worst = worst();
    return worst == null ? Rank.WORDS : worst.rank();
  }

  /** Whether such a match may be among the best; looks only at what can be told without it. */
  boolean accepts(Rank rank, double distance, int length) {
    Match worst = worst();
    if (worst == null || rank != worst.rank()) {
      return worst == null || rank.compareTo(worst.rank()) < 0;
    }
    return distance < worst.distance() || distance == worst.distance() && length <= worst.length();
  }

  void offer(Match match) {
    Match worst = worst();
    if (worst != null && Match.BEST_FIRST.compare(match, worst) >= 0) {
      return;
    }
    Feature feature = new Feature(match.layer().layer().id(), match.fid());
    Match before = kept.get(feature);
    if (before != null) {
      if (Match.BEST_FIRST.compare(match, before) >= 0) {
        return;
      }
      worstFirst.remove(before);
    } else if (worst != null) {
      worstFirst.remove(worst);
      kept.remove(new Feature(worst.layer().layer().id(), worst.fid()));
    }
    worstFirst.add(match);
    kept.put(feature, match);
  }

  List<Match> bestFirst() {
    List<Match> all = new ArrayList<>(worstFirst);
    all.sort(Match.BEST_FIRST);
    return all;
  }
}
