package org.citygis.style.derive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Where classes of numbers begin and end. */
final class Breaks {
  /** More different numbers are first drawn together into so many. */
  private static final int MOST_DISTINCT = 1_000;

  private Breaks() {}

  /** As many values in each class; fewer classes where values are equal. */
  static List<Double> quantile(double[] sorted, int classes) {
    return between(
        classes,
        i -> sorted[(int) Math.min(sorted.length - 1, (long) i * sorted.length / classes)]);
  }

  /** Classes as wide as one another. */
  static List<Double> equal(double least, double greatest, int classes) {
    return between(classes, i -> least + i * (greatest - least) / classes);
  }

  /** Classes a standard deviation wide, with the mean in the middle of them or between the two. */
  static List<Double> deviation(double mean, double deviation, int classes) {
    return between(classes, i -> mean + (i - classes / 2.0) * deviation);
  }

  private static List<Double> between(int classes, IntToDoubleFunction at) {
    List<Double> breaks = new ArrayList<>();
    for (int i = 1; i < classes; i++) {
      double value = at.applyAsDouble(i);
      if (breaks.isEmpty() || value > breaks.getLast()) {
        breaks.add(value);
      }
    }
    return breaks;
  }

  /**
   * Natural breaks: the classes with the least sum of squared distances from their means (Fisher
   * 1958, Jenks 1977), exact for up to {@link #MOST_DISTINCT} different values.
   */
  static List<Double> jenks(double[] sorted, int classes) {
    Weighted data = Weighted.of(sorted);
    int n = data.values.length;
    int k = Math.min(classes, n);
    int[][] from = new int[k][n];
    double[] before = new double[n];
    for (int j = 0; j < n; j++) {
      before[j] = data.cost(0, j);
    }
    for (int c = 1; c < k; c++) {
      double[] now = new double[n];
      Arrays.fill(now, Double.POSITIVE_INFINITY);
      for (int j = c; j < n; j++) {
        for (int i = j; i >= c; i--) {
          double cost = data.cost(i, j);
          if (cost >= now[j]) {
            break;
          }
          if (before[i - 1] + cost < now[j]) {
            now[j] = before[i - 1] + cost;
            from[c][j] = i;
          }
        }
      }
      before = now;
    }
    List<Double> breaks = new ArrayList<>();
    for (int c = k - 1, j = n - 1; c > 0; c--) {
      int i = from[c][j];
      breaks.add(0, data.values[i]);
      j = i - 1;
    }
    return breaks;
  }

  /** Different values with how often each occurs, and sums up to each. */
  private record Weighted(double[] values, double[] count, double[] sum, double[] squares) {

    static Weighted of(double[] sorted) {
      double[] distinct = Arrays.stream(sorted).distinct().toArray();
      int n = Math.min(distinct.length, MOST_DISTINCT);
      double[] values = new double[n];
      double[] count = new double[n + 1];
      double[] sum = new double[n + 1];
      double[] squares = new double[n + 1];
      double middle = sorted[sorted.length / 2];
      int at = 0;
      for (int i = 0; i < n; i++) {
        // The group ends before the next one begins.
        double next =
            i + 1 < n ? distinct[(int) ((long) (i + 1) * distinct.length / n)] : Double.MAX_VALUE;
        values[i] = sorted[at];
        count[i + 1] = count[i];
        sum[i + 1] = sum[i];
        squares[i + 1] = squares[i];
        while (at < sorted.length && sorted[at] < next) {
          double x = sorted[at++] - middle;
          count[i + 1]++;
          sum[i + 1] += x;
          squares[i + 1] += x * x;
        }
      }
      return new Weighted(values, count, sum, squares);
    }

    /** The sum of squared distances from their mean of the groups i to j. */
    double cost(int i, int j) {
      double n = count[j + 1] - count[i];
      double total = sum[j + 1] - sum[i];
      return Math.max(0, squares[j + 1] - squares[i] - total * total / n);
    }
  }
}
