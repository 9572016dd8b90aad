package org.citygis.features.places;

import java.util.Arrays;
import java.util.List;
import org.citygis.catalog.OpenLayer;

/**
 * The names of one layer in memory: {@link #bytes} tells how much, 30 to 60 bytes for a feature
 * with a Chinese and an English name.
 *
 * <p>A search asks the blocks in the order of what they may have at best (rank, then nearness, or
 * length where no place was given) and ends when no other block can have anything better than what
 * was found. So it reads few names, whether what was typed is in most of them or in hardly any.
 */
final class NameIndex {
  private final List<NameBlocks> parts;
  private final int[] firstBlocks;
  private final long features;

  NameIndex(List<NameBlocks> parts, long features) {
    this.parts = List.copyOf(parts);
    this.features = features;
    this.firstBlocks = new int[parts.size() + 1];
    for (int i = 0; i < parts.size(); i++) {
      firstBlocks[i + 1] = firstBlocks[i] + parts.get(i).count();
    }
  }

  long features() {
    return features;
  }

  long bytes() {
    return 1000 + parts.stream().mapToLong(NameBlocks::bytes).sum();
  }

  /** Offers the features that may be among the best. */
  void search(NameSearch search, OpenLayer layer) {
    long[] promising = promising(search);
    Arrays.sort(promising);
    for (long key : promising) {
      int number = (int) key;
      int part = partOf(number);
      int block = number - firstBlocks[part];
      Match worst = search.best().worst();
      if (worst != null && isHopeless(key, parts.get(part), block, worst, search)) {
        break;
      }
      parts.get(part).search(block, search, layer);
    }
  }

  private static boolean isHopeless(
      long key, NameBlocks blocks, int block, Match worst, NameSearch search) {
    int rank = (int) (key >>> 60);
    if (rank != worst.rank().ordinal()) {
      return rank > worst.rank().ordinal();
    }
    return search.nearness().isKnown()
        ? blocks.nearest(block, search.nearness()) > worst.distance()
        : (blocks.shortest()[block] & 0xFF) > worst.length();
  }

  /** For each block that may have it: rank, then nearness or length, and the block's number. */
  private long[] promising(NameSearch search) {
    long[] keys = new long[firstBlocks[parts.size()]];
    int count = 0;
    int worst = search.best().worstRank().ordinal();
    for (int part = 0; part < parts.size(); part++) {
      NameBlocks blocks = parts.get(part);
      byte[] ranks = blocks.best(search.blocks());
      for (int block = 0; block < ranks.length; block++) {
        if (ranks[block] <= worst) {
          long number = firstBlocks[part] + block;
          keys[count++] = (long) ranks[block] << 60 | second(blocks, block, search) | number;
        }
      }
    }
    return Arrays.copyOf(keys, count);
  }

  /** Grows with the distance, or with the length; 28 bits above those of the block's number. */
  private static long second(NameBlocks blocks, int block, NameSearch search) {
    if (!search.nearness().isKnown()) {
      return (long) (blocks.shortest()[block] & 0xFF) << 32;
    }
    // Bits of floats that are not negative are in the order of the floats.
    int bits = Float.floatToIntBits((float) blocks.nearest(block, search.nearness()));
    return (long) (bits >>> 3) << 32;
  }

  private int partOf(int block) {
    int at = Arrays.binarySearch(firstBlocks, block);
    return at >= 0 ? at : -at - 2;
  }
}
