package org.citygis.features.statistics;

import org.citygis.storage.Grouping;
import org.jspecify.annotations.Nullable;

/** What numbers come to: how many, their sum, the least and the greatest. */
final class Figures {
  private long count;
  private double sum;
  private double least = Double.POSITIVE_INFINITY;
  private double greatest = Double.NEGATIVE_INFINITY;

  /**
   * As it is told; the others are null where there is no value.
   *
   * @param count features that have a value
   */
  record Told(
      long count, double sum, @Nullable Double mean, @Nullable Double min, @Nullable Double max) {}

  void add(double value) {
    count++;
    sum += value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }

  void add(Grouping.Sum more) {
    if (more.count() > 0) {
      count += more.count();
      sum += more.sum();
      least = Math.min(least, more.least());
      greatest = Math.max(greatest, more.greatest());
    }
  }

  void add(Figures more) {
    count += more.count;
    sum += more.sum;
    least = Math.min(least, more.least);
    greatest = Math.max(greatest, more.greatest);
  }

  Told told() {
    return count == 0
        ? new Told(0, 0, null, null, null)
        : new Told(count, sum, sum / count, least, greatest);
  }
}
