package org.citygis.features.places.spelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells from the traits of blocks of names how well one of the names may match at best. It never
 * misses one, and is seldom wrong the other way. All ways through what was typed are followed at
 * once, for 64 blocks at a time.
 */
public final class BlockTest {
  /** The rank of a block where no name can match. */
  public static final byte NONE = Byte.MAX_VALUE;

  /** Ways begin at a name, at a word or anywhere; those in full, then those with initials. */
  private static final int WAYS = 6;

  private static final int SHORTENED = 3;

  private final int[] typed;
  private final Unit[][] units;

  /** For each last unit and each number of units before it the trait of a name of these. */
  private final int[] names;

  private final List<BlockTest> words;

  public BlockTest(NameQuery query) {
    // Signs are not among the traits.
    List<Integer> kept = new ArrayList<>();
    for (int i = 0; i < query.symbols.length; i++) {
      if (Folded.isWord(query.symbols[i])) {
        kept.add(i);
      }
    }
    typed = kept.stream().mapToInt(i -> query.symbols[i]).toArray();
    units = new Unit[typed.length][];
    for (int i = 0; i < typed.length; i++) {
      int run = i;
      while (run < typed.length
          && kept.get(run) - kept.get(i) == run - i
          && kept.get(run) < query.runEnds[kept.get(i)]) {
        run++;
      }
      units[i] = Unit.at(i, typed, run);
    }
    names = Unit.names(units, typed);
    words = query.words().stream().map(BlockTest::new).toList();
  }

  /** For each block the ordinal of the best {@link Rank} that a name in it may have, or NONE. */
  public byte[] best(BlockTraits blocks, int count) {
    byte[] ranks = new byte[count];
    if (typed.length == 0) {
      return ranks;
    }
    int size = blocks.words();
    long[] ways = ways(blocks);
    int end = typed.length * WAYS * size;
    long[] exact = names(blocks);
    long[] each = each(blocks);
    for (int block = 0; block < count; block++) {
      int word = block >>> 6;
      int found = 0;
      for (int way = 0; way < WAYS; way++) {
        found |= (int) (ways[end + way * size + word] >>> block & 1) << way;
      }
      boolean isName = (exact[word] >>> block & 1) != 0;
      boolean hasEach = (each[word] >>> block & 1) != 0;
      ranks[block] = rank(found, isName, hasEach);
    }
    return ranks;
  }

  private static byte rank(int found, boolean isName, boolean hasEach) {
    if ((found & 1 << Traits.AT_BEGIN) != 0) {
      return (byte) (isName ? Rank.EXACT : Rank.PREFIX).ordinal();
    }
    if ((found & 1 << Traits.AT_WORD) != 0) {
      return (byte) Rank.WORD.ordinal();
    }
    if ((found & 1 << Traits.AT_BEGIN + SHORTENED) != 0) {
      return (byte) Rank.INITIALS.ordinal();
    }
    return found != 0
        ? (byte) Rank.SUBSTRING.ordinal()
        : hasEach ? (byte) Rank.WORDS.ordinal() : NONE;
  }

  /** For each place of what was typed, and each way to it, the blocks in which it may be gone. */
  private long[] ways(BlockTraits blocks) {
    int size = blocks.words();
    long[] ways = new long[(typed.length + 1) * WAYS * size];
    for (Unit unit : units[0]) {
      for (int where = 0; where < SHORTENED; where++) {
        int way = unit.isShort() ? where + SHORTENED : where;
        int to = (unit.to() * WAYS + way) * size;
        for (int w = 0; w < size; w++) {
          ways[to + w] |= blocks.having(unit.traits()[where], w);
        }
      }
    }
    for (int i = 1; i < typed.length; i++) {
      for (Unit unit : units[i]) {
        for (int w = 0; w < size; w++) {
          long having = blocks.having(unit.traits()[Traits.ANYWHERE], w);
          for (int way = 0; way < WAYS && having != 0; way++) {
            int then = unit.isShort() && way < SHORTENED ? way + SHORTENED : way;
            ways[(unit.to() * WAYS + then) * size + w] |=
                ways[(i * WAYS + way) * size + w] & having;
          }
        }
      }
    }
    return ways;
  }

  /** The blocks that may have a name that is what was typed. */
  private long[] names(BlockTraits blocks) {
    long[] found = new long[blocks.words()];
    for (int name : names) {
      for (int w = 0; w < found.length; w++) {
        found[w] |= blocks.having(name, w);
      }
    }
    return found;
  }

  /** The blocks that may have each of the words. */
  private long[] each(BlockTraits blocks) {
    long[] found = new long[blocks.words()];
    Arrays.fill(found, words.isEmpty() ? 0 : -1);
    for (BlockTest word : words) {
      if (word.typed.length > 0) {
        long[] ways = word.ways(blocks);
        int end = word.typed.length * WAYS * found.length;
        for (int w = 0; w < found.length; w++) {
          found[w] &= ways[end + w] | ways[end + SHORTENED * found.length + w];
        }
      }
    }
    return found;
  }
}
