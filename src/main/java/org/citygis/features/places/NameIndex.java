package org.citygis.features.places;

import java.util.Arrays;
import org.citygis.catalog.OpenLayer;

/**
 * The names of one layer in one long text, so that a search is a run of the JVM's own fast
 * substring search over it: a million names take a few milliseconds.
 */
final class NameIndex {
  /** Stands before every name; folding leaves it in none. */
  private static final char SEPARATOR = '\n';

  private final String text;
  private final int[] starts;
  private final int[] rows;
  private final long[] fids;
  private final float[] lons;
  private final float[] lats;

  private NameIndex(Builder builder) {
    this.text = builder.text.toString();
    this.starts = Arrays.copyOf(builder.starts, builder.names);
    this.rows = Arrays.copyOf(builder.rows, builder.names);
    this.fids = Arrays.copyOf(builder.fids, builder.count);
    this.lons = Arrays.copyOf(builder.lons, builder.count);
    this.lats = Arrays.copyOf(builder.lats, builder.count);
  }

  int characters() {
    return text.length();
  }

  /** Offers every feature that has the folded needle in one of its names. */
  void search(String needle, OpenLayer layer, Nearness nearness, BestMatches best) {
    int name = 0;
    for (int at = text.indexOf(needle); at >= 0; ) {
      while (name + 1 < starts.length && starts[name + 1] <= at) {
        name++;
      }
      int start = starts[name];
      int end = name + 1 < starts.length ? starts[name + 1] - 1 : text.length();
      int row = rows[name];
      best.offer(
          new Match(
              layer,
              fids[row],
              Match.Rank.of(at == start, at + needle.length() == end),
              nearness.of(lons[row], lats[row]),
              end - start));
      at = text.indexOf(needle, end);
    }
  }

  /** Takes names row by row. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[1024];
    private int[] rows = new int[1024];
    private int names;
    private long[] fids = new long[1024];
    private float[] lons = new float[1024];
    private float[] lats = new float[1024];
    private int count;

    /** Starts a feature; its names follow. */
    void row(long fid, double lon, double lat) {
      if (count == fids.length) {
        fids = Arrays.copyOf(fids, 2 * count);
        lons = Arrays.copyOf(lons, 2 * count);
        lats = Arrays.copyOf(lats, 2 * count);
      }
      fids[count] = fid;
      lons[count] = (float) lon;
      lats[count] = (float) lat;
      count++;
    }

    void name(String name) {
      if (names == starts.length) {
        starts = Arrays.copyOf(starts, 2 * names);
        rows = Arrays.copyOf(rows, 2 * names);
      }
      text.append(SEPARATOR);
      starts[names] = text.length();
      rows[names] = count - 1;
      names++;
      text.append(Folding.of(name));
    }

    NameIndex build() {
      return new NameIndex(this);
    }
  }
}
