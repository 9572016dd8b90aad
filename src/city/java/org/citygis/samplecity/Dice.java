package org.citygis.samplecity;

import java.util.List;

/**
 * A source of chance that gives the same numbers on every machine (SplitMix64); each use takes its
 * own by name, so that a change in one part of the city leaves the others as they were.
 */
final class Dice {
  private static final long SEED = 0x421900_2026L;
  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice of(String use) {
    return of(use, 0);
  }

  static Dice of(String use, long number) {
    long h = SEED;
    for (int i = 0; i < use.length(); i++) {
      h = mix(h + use.charAt(i));
    }
    return new Dice(mix(h ^ mix(number)));
  }

  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += 0x9e3779b97f4a7c15L;
    return mix(state);
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  double unit() {
    return (next() >>> 11) * 0x1p-53;
  }

  double between(double low, double high) {
    return low + unit() * (high - low);
  }

  /** From {@code low} to {@code high}, both included. */
  int whole(int low, int high) {
    return low + (int) (unit() * (high - low + 1));
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** Mean 0, deviation about 1, never beyond 3. */
  double bell() {
    return (unit() + unit() + unit() + unit() + unit() + unit() - 3) * Math.sqrt(2);
  }

  <T> T pick(List<T> choices) {
    return choices.get((int) (unit() * choices.size()));
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[(int) (unit() * choices.length)];
  }

  /** An index, by weight. */
  int weighted(double... weights) {
    double sum = 0;
    for (double w : weights) {
      sum += w;
    }
    double at = unit() * sum;
    for (int i = 0; i < weights.length; i++) {
      at -= weights[i];
      if (at < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  <T> void shuffle(List<T> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = (int) (unit() * (i + 1));
      T held = list.get(i);
      list.set(i, list.get(j));
      list.set(j, held);
    }
  }
}
