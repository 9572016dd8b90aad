package org.citygis.features.places.spelling;

/**
 * Which of several blocks have which {@link Traits}: for each trait a row of bits, one for each
 * block. A trait has two rows, which it shares with others; a block that has both bits seems to
 * have the trait.
 *
 * @param bits the rows one after the other
 * @param words 64-bit words of a row
 */
public record BlockTraits(long[] bits, int words) {
  /** Bits of a half of a trait: each half gives it a row. */
  public static final int WIDTH = 16;

  /** One bit in so many is set at most, on the average. */
  private static final int SPARSE = 4;

  /**
   * Of traits collected block by block.
   *
   * @param traits both halves of each, none twice in a block
   * @param ends for each block where its traits end
   */
  public static BlockTraits of(char[] traits, int[] ends) {
    int words = Math.max(1, (ends.length + 63) / 64);
    int count = ends.length == 0 ? 0 : ends[ends.length - 1];
    int rows = 64;
    while (rows < 1 << WIDTH && (long) count * SPARSE > (long) rows * ends.length) {
      rows *= 2;
    }
    long[] bits = new long[rows * words];
    int at = 0;
    for (int block = 0; block < ends.length; block++) {
      for (; at < ends[block]; at++) {
        bits[(traits[at] & rows - 1) * words + (block >>> 6)] |= 1L << block;
      }
    }
    return new BlockTraits(bits, words);
  }

  /** The blocks from {@code 64 * word} on that seem to have the trait. */
  long having(int trait, int word) {
    int mask = bits.length / words - 1;
    return bits[(trait & mask) * words + word] & bits[(trait >>> WIDTH & mask) * words + word];
  }

  public long bytes() {
    return 8L * bits.length;
  }
}
