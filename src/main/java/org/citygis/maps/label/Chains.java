package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins lines that go on from one another nearly straight, so that a street which is cut at every
 * crossing is one street again.
 */
final class Chains {
  private static final double STRAIGHT = 0.8;

  private record Point(long x, long y) {
    static Point of(double x, double y) {
      return new Point(Math.round(x), Math.round(y));
    }
  }

  private final Map<Point, Set<double[]>> ends = new HashMap<>();
  private final Map<double[], Boolean> used = new IdentityHashMap<>();

  private Chains() {}

  static List<double[]> join(List<double[]> lines) {
    if (lines.size() == 1) {
      return lines;
    }
    Chains chains = new Chains();
    for (double[] line : lines) {
      chains.end(line[0], line[1]).add(line);
      chains.end(line[line.length - 2], line[line.length - 1]).add(line);
    }
    List<double[]> joined = new ArrayList<>();
    for (double[] line : lines) {
      if (chains.used.put(line, true) == null) {
        joined.add(chains.extended(reversed(chains.extended(line))));
      }
    }
    return joined;
  }

  private Set<double[]> end(double x, double y) {
    return ends.computeIfAbsent(Point.of(x, y), key -> new LinkedHashSet<>());
  }

  private double[] extended(double[] line) {
    double[] chain = line;
    for (double[] next = straightest(chain); next != null; next = straightest(chain)) {
      double[] longer = new double[chain.length + next.length - 2];
      System.arraycopy(chain, 0, longer, 0, chain.length);
      System.arraycopy(next, 2, longer, chain.length, next.length - 2);
      chain = longer;
    }
    return chain;
  }

  /** The line that goes on best from the chain's end, turned its way; null where none does. */
  private double @Nullable [] straightest(double[] chain) {
    int n = chain.length;
    double heading = Math.atan2(chain[n - 1] - chain[n - 3], chain[n - 2] - chain[n - 4]);
    double best = STRAIGHT;
    double @Nullable [] found = null;
    double @Nullable [] source = null;
    for (double[] line : end(chain[n - 2], chain[n - 1])) {
      if (used.containsKey(line)) {
        continue;
      }
      boolean forward = Point.of(line[0], line[1]).equals(Point.of(chain[n - 2], chain[n - 1]));
      double[] way = forward ? line : reversed(line);
      double turn = Along.turn(Math.atan2(way[3] - way[1], way[2] - way[0]), heading);
      if (Math.abs(turn) < best) {
        best = Math.abs(turn);
        found = way;
        source = line;
      }
    }
    if (source != null) {
      used.put(source, true);
    }
    return found;
  }

  private static double[] reversed(double[] line) {
    double[] reversed = new double[line.length];
    for (int i = 0; i < line.length; i += 2) {
      reversed[i] = line[line.length - 2 - i];
      reversed[i + 1] = line[line.length - 1 - i];
    }
    return reversed;
  }
}
