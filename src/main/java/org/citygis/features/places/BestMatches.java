package org.citygis.features.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Keeps the best few of any number of matches, each feature once. */
final class BestMatches {
  private record Feature(String layer, long fid) {}

  private final int limit;
  private final PriorityQueue<Match> worstFirst = new PriorityQueue<>(Match.BEST_FIRST.reversed());
  private final Map<Feature, Match> kept = new HashMap<>();

  BestMatches(int limit) {
    this.limit = limit;
  }

  void offer(Match match) {
    Match worst = worstFirst.peek();
    boolean full = worstFirst.size() == limit;
    if (full && worst != null && Match.BEST_FIRST.compare(match, worst) >= 0) {
      return;
    }
    Feature feature = new Feature(match.layer().layer().id(), match.fid());
    Match before = kept.get(feature);
    if (before != null) {
      if (Match.BEST_FIRST.compare(match, before) >= 0) {
        return;
      }
      worstFirst.remove(before);
    } else if (full && worst != null) {
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
