package org.citygis.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured times of one thing, in milliseconds. */
final class Series {
  private final List<Double> millis = new ArrayList<>();

  void add(double value) {
    millis.add(value);
  }

  double median() {
    return at(0.5);
  }

  /** The time that 19 of 20 stayed under. */
  double slow() {
    return at(0.95);
  }

  private double at(double share) {
    if (millis.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    // The median of an even count lies between the two in the middle.
    return share == 0.5 && sorted.size() % 2 == 0
        ? (sorted.get(index) + sorted.get(index + 1)) / 2
        : sorted.get(index);
  }
}
