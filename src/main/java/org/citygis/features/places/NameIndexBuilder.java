package org.citygis.features.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citygis.features.places.spelling.Folded;
import org.citygis.features.places.spelling.Folding;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.shape.fractal.HilbertCode;

/**
 * Takes names row by row. Some ten thousand rows at a time are put in the order of a Hilbert curve
 * and packed, so that no more than these are held beside what is done.
 */
final class NameIndexBuilder {
  private static final int ROWS = 1 << 16;
  private static final int LEVEL = 15;

  private final List<NameBlocks> parts = new ArrayList<>();
  private long features;
  private long bytes;

  private final long[] fids = new long[ROWS];
  private final int[] xs = new int[ROWS];
  private final int[] ys = new int[ROWS];
  private final int[] starts = new int[ROWS + 1];
  private final NameBytes names = new NameBytes(1 << 16);
  private int count;

  /**
   * Adds a feature.
   *
   * @param lon of its middle, degrees
   * @param texts its names; missing and blank ones are passed over
   */
  void row(long fid, double lon, double lat, List<@Nullable String> texts) {
    int before = names.size();
    for (String text : texts) {
      Folded name = text == null ? null : Folding.of(text, NameCursor.LONGEST);
      if (name != null && name.length() > 0) {
        names.name(name.symbols(), name.length());
      }
    }
    if (names.size() == before) {
      return;
    }
    names.endRow();
    fids[count] = fid;
    xs[count] = (int) Math.round(lon * NameBlocks.UNITS);
    ys[count] = (int) Math.round(lat * NameBlocks.UNITS);
    count++;
    starts[count] = names.size();
    features++;
    if (count == ROWS) {
      pack();
    }
  }

  /** Bytes that so many rows will take, by those of the rows so far. */
  long bytesOf(long rows) {
    long packed = features - count;
    double each =
        packed > 0 ? (double) bytes / packed : (double) names.size() / Math.max(1, features);
    return (long) (each * Math.max(rows, features));
  }

  long features() {
    return features;
  }

  NameIndex build() {
    if (count > 0) {
      pack();
    }
    return new NameIndex(parts, features);
  }

  private void pack() {
    BlockPacker packer = new BlockPacker(count, names.size());
    int[] order = order();
    for (int from = 0; from < count; from += BlockPacker.ROWS) {
      int to = Math.min(count, from + BlockPacker.ROWS);
      packer.start(order, from, to, fids, xs, ys);
      for (int i = from; i < to; i++) {
        int row = order[i];
        packer.row(fids[row], xs[row], ys[row], names.bytes(), starts[row], starts[row + 1]);
      }
      packer.finish();
    }
    NameBlocks part = packer.blocks();
    parts.add(part);
    bytes += part.bytes();
    count = 0;
    names.clear();
  }

  /** The rows in the order of the curve. */
  private int[] order() {
    int west = Arrays.stream(xs, 0, count).min().orElse(0);
    int south = Arrays.stream(ys, 0, count).min().orElse(0);
    long width = (long) Arrays.stream(xs, 0, count).max().orElse(0) - west;
    long height = (long) Arrays.stream(ys, 0, count).max().orElse(0) - south;
    double scale = ((1 << LEVEL) - 1) / (double) Math.max(1, Math.max(width, height));
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      int x = (int) (((long) xs[i] - west) * scale);
      int y = (int) (((long) ys[i] - south) * scale);
      keys[i] = (long) HilbertCode.encode(LEVEL, x, y) << 32 | i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }
}
