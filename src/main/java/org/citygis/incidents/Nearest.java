package org.citygis.incidents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Counts all features it is told of and keeps the nearest of them. */
final class Nearest {
  /** A feature and its distance. */
  record Hit(long fid, double metres) {}

  private static final Comparator<Hit> NEAREST_FIRST =
      Comparator.comparingDouble(Hit::metres).thenComparingLong(Hit::fid);

  private final int limit;
  private final PriorityQueue<Hit> farthestFirst = new PriorityQueue<>(NEAREST_FIRST.reversed());
  private long total;

  Nearest(int limit) {
    this.limit = limit;
  }

  void add(long fid, double metres) {
    total++;
    Hit farthest = farthestFirst.peek();
    if (farthest == null || farthestFirst.size() < limit) {
      farthestFirst.add(new Hit(fid, metres));
    } else if (metres < farthest.metres) {
      farthestFirst.poll();
      farthestFirst.add(new Hit(fid, metres));
    }
  }

  long total() {
    return total;
  }

  List<Hit> inOrder() {
    List<Hit> hits = new ArrayList<>(farthestFirst);
    hits.sort(NEAREST_FIRST);
    return hits;
  }
}
