package org.citygis.features.places;

import java.util.Arrays;
import java.util.BitSet;
import org.citygis.features.places.spelling.BlockTraits;
import org.citygis.features.places.spelling.Traits;

/** Packs rows that are in order into {@link NameBlocks}. */
final class BlockPacker {
  /** Features of a block. */
  static final int ROWS = 64;

  private final NameBytes rows;
  private final int[] starts;
  private final long[] firstFids;
  private final int[] boxes;
  private final byte[] shortest;
  private final int[] traitEnds;
  private char[] traits = new char[1 << 12];
  private int traitCount;

  /** Of the block that is being packed: which traits it has. */
  private final BitSet seen = new BitSet(1 << BlockTraits.WIDTH);

  private int block;
  private int fewest;

  BlockPacker(int count, int bytes) {
    int blocks = (count + ROWS - 1) / ROWS;
    rows = new NameBytes(bytes + 8 * count);
    starts = new int[blocks + 1];
    firstFids = new long[blocks];
    boxes = new int[4 * blocks];
    shortest = new byte[blocks];
    traitEnds = new int[blocks];
  }

  /** Begins a block of these rows. */
  void start(int[] order, int from, int to, long[] fids, int[] xs, int[] ys) {
    int box = 4 * block;
    firstFids[block] = Long.MAX_VALUE;
    boxes[box] = boxes[box + 1] = Integer.MAX_VALUE;
    boxes[box + 2] = boxes[box + 3] = Integer.MIN_VALUE;
    for (int i = from; i < to; i++) {
      int row = order[i];
      firstFids[block] = Math.min(firstFids[block], fids[row]);
      boxes[box] = Math.min(boxes[box], xs[row]);
      boxes[box + 1] = Math.min(boxes[box + 1], ys[row]);
      boxes[box + 2] = Math.max(boxes[box + 2], xs[row]);
      boxes[box + 3] = Math.max(boxes[box + 3], ys[row]);
    }
    seen.clear();
    fewest = 255;
  }

  /** Adds a row whose names are these bytes. */
  void row(long fid, int x, int y, byte[] names, int from, int to) {
    int box = 4 * block;
    rows.head(
        fid - firstFids[block],
        step(x, boxes[box], boxes[box + 2]),
        step(y, boxes[box + 1], boxes[box + 3]));
    rows.copy(names, from, to);
    NameCursor cursor = new NameCursor(names, from);
    while (cursor.next()) {
      int words = Traits.of(cursor.symbols(), cursor.length(), this::add);
      fewest = Math.min(fewest, words);
    }
  }

  private void add(int trait) {
    place(trait & (1 << BlockTraits.WIDTH) - 1);
    place(trait >>> BlockTraits.WIDTH);
  }

  private void place(int half) {
    if (!seen.get(half)) {
      seen.set(half);
      if (traitCount == traits.length) {
        traits = Arrays.copyOf(traits, 2 * traitCount);
      }
      traits[traitCount++] = (char) half;
    }
  }

  private static int step(int value, int least, int most) {
    long range = (long) most - least;
    return range == 0 ? 0 : (int) (((long) value - least) * NameBlocks.STEPS / range);
  }

  void finish() {
    shortest[block] = (byte) fewest;
    traitEnds[block] = traitCount;
    block++;
    starts[block] = rows.size();
  }

  NameBlocks blocks() {
    return new NameBlocks(
        rows.toArray(), starts, firstFids, boxes, shortest, BlockTraits.of(traits, traitEnds));
  }
}
