package org.citygis.style.derive;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.citygis.catalog.OpenLayer;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a field: their extremes and moments from all rows that the user may see, and a
 * sorted sample of them. Holds at most {@link #MOST} numbers however many rows there are.
 *
 * @param rows how many rows were read
 * @param missing how many had no value
 * @param sorted ascending; all values where there are few enough
 */
record Sample(
    long rows,
    long missing,
    double least,
    double greatest,
    double mean,
    double deviation,
    double[] sorted) {
  static final int MOST = 50_000;

  /** Reads for so long at most, and then goes by the rows read until then. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  static Sample of(OpenLayer layer, String field, FeatureStore store) {
    Collector collector = new Collector();
    FeatureQuery query = layer.query().fields(List.of(field)).withoutGeometry();
    long until = System.nanoTime() + PATIENCE.toNanos();
    store.stream(
        layer.table(),
        query,
        row -> {
          collector.add(row.value(0));
          return collector.rows % 1024 != 0 || System.nanoTime() < until;
        });
    return collector.sample();
  }

  boolean isEmpty() {
    return sorted.length == 0;
  }

  /** A reservoir (algorithm R), with a fixed seed so that the same data give the same classes. */
  private static final class Collector {
    private final SplittableRandom random = new SplittableRandom(20_231_123);
    private final double[] kept = new double[MOST];
    private long rows;
    private long missing;
    private long count;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;

    void add(@Nullable Object value) {
      rows++;
      if (!(value instanceof Number number) || !Double.isFinite(number.doubleValue())) {
        missing++;
        return;
      }
      double x = number.doubleValue();
      if (count < MOST) {
        kept[(int) count] = x;
      } else {
        long place = random.nextLong(count + 1);
        if (place < MOST) {
          kept[(int) place] = x;
        }
      }
      count++;
      least = Math.min(least, x);
      greatest = Math.max(greatest, x);
      double step = x - mean;
      mean += step / count;
      squares += step * (x - mean);
    }

    Sample sample() {
      double[] sorted = Arrays.copyOf(kept, (int) Math.min(count, MOST));
      Arrays.sort(sorted);
      double deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
      return new Sample(rows, missing, least, greatest, mean, deviation, sorted);
    }
  }
}
