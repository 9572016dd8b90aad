package org.citygis.features.places.spelling;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was typed in names. Every way to cut it into units is followed at once: for each place
 * in what was typed the best way to reach it, so that a long text costs no more than its length.
 * For one thread.
 */
public final class NameMatcher {
  /** How a unit stands for its symbol, the best first; that of a way is its worst unit's. */
  private static final byte WHOLE = 0;

  /** The last unit is a reading whose end was not typed yet. */
  private static final byte BEGUN = 1;

  private static final byte SHORTENED = 2;
  private static final byte NOT = 3;

  private final int[] typed;
  private final int[] runEnds;
  private byte[] now;
  private byte[] next;

  public NameMatcher(NameQuery query) {
    typed = query.symbols;
    runEnds = query.runEnds;
    now = new byte[typed.length + 1];
    next = new byte[typed.length + 1];
  }

  /** The best place in the name, of equal ones the first; null where it is not in it. */
  public @Nullable Fit find(Folded name) {
    return find(name.symbols(), name.length(), Rank.SUBSTRING);
  }

  /**
   * The same.
   *
   * @param worst what would be worse is not looked for
   */
  public @Nullable Fit find(int[] symbols, int length, Rank worst) {
    Fit best = null;
    int starts = typed.length == 0 ? 0 : worst.compareTo(Rank.WORD) < 0 ? 1 : length;
    for (int start = 0; start < Math.min(starts, length); start++) {
      Rank possible = possible(symbols, start);
      boolean better =
          possible.compareTo(worst) <= 0
              && (best == null || possible.compareTo(best.rank()) < 0)
              && mayBegin(symbols[start]);
      Fit fit = better ? fit(symbols, length, start, possible) : null;
      if (fit != null
          && fit.rank().compareTo(worst) <= 0
          && (best == null || fit.rank().compareTo(best.rank()) < 0)) {
        best = fit;
        if (best.rank().compareTo(Rank.PREFIX) <= 0) {
          break;
        }
      }
    }
    return best;
  }

  /**
   * The same for a word that stands beside others: not within a number or a word of letters, where
   * much would be found by chance.
   */
  public @Nullable Fit findWord(int[] symbols, int length) {
    Fit fit = find(symbols, length, Rank.SUBSTRING);
    return fit == null || fit.rank() == Rank.SUBSTRING && symbols[fit.from()] < 0x80 ? null : fit;
  }

  /** The best rank of a match that begins here: EXACT, WORD or SUBSTRING. */
  private static Rank possible(int[] symbols, int start) {
    return start == 0
        ? Rank.EXACT
        : Folded.isWordStart(symbols, start) ? Rank.WORD : Rank.SUBSTRING;
  }

  private boolean mayBegin(int symbol) {
    int first = typed[0];
    return first == symbol
        || Folded.isLatin(first)
            && symbol >= 0x80
            && (Readings.initials(symbol) >> (first - 'a') & 1) != 0;
  }

  private @Nullable Fit fit(int[] symbols, int length, int start, Rank possible) {
    int all = typed.length;
    Fit best = null;
    Arrays.fill(now, NOT);
    now[0] = WHOLE;
    boolean goesOn = true;
    for (int at = start; at < length && goesOn; at++) {
      Arrays.fill(next, NOT);
      goesOn = false;
      for (int i = 0; i < all; i++) {
        if (now[i] != NOT) {
          goesOn |= step(symbols[at], at > start, i, now[i]);
        }
      }
      if (next[all] != NOT) {
        Rank rank = rank(possible, next[all], isEnd(symbols, at + 1, length));
        if (best == null || rank.compareTo(best.rank()) < 0) {
          best = new Fit(rank, start, at + 1);
        }
        next[all] = NOT;
      }
      byte[] spent = now;
      now = next;
      next = spent;
    }
    return best;
  }

  /** Follows the ways from one place over one symbol; whether there are any. */
  private boolean step(int symbol, boolean within, int i, byte how) {
    boolean found = false;
    int first = typed[i];
    if (first == symbol) {
      found = reach(i + 1, how);
    } else if (within && !Folded.isWord(symbol)) {
      found = reach(i, how);
    }
    if (symbol >= 0x80
        && Folded.isLatin(first)
        && (Readings.initials(symbol) >> (first - 'a') & 1) != 0) {
      for (String reading : Readings.of(symbol)) {
        found |= read(reading, i, how);
      }
    }
    return found;
  }

  private boolean read(String reading, int i, byte how) {
    int end = runEnds[i];
    int same = 0;
    while (same < reading.length() && i + same < end && typed[i + same] == reading.charAt(same)) {
      same++;
    }
    if (same == 0) {
      return false;
    }
    if (same == reading.length()) {
      reach(i + same, how);
    } else if (i + same == end) {
      reach(end, worse(how, end == typed.length ? BEGUN : SHORTENED));
    }
    if (reading.length() > 1) {
      reach(i + 1, worse(how, i + 1 == typed.length ? BEGUN : SHORTENED));
    }
    if (same > 1 && reading.length() > 2 && reading.charAt(1) == 'h') {
      reach(i + 2, worse(how, i + 2 == typed.length ? BEGUN : SHORTENED));
    }
    return true;
  }

  private boolean reach(int i, byte how) {
    if (how < next[i]) {
      next[i] = how;
    }
    return true;
  }

  private static byte worse(byte one, byte other) {
    return one > other ? one : other;
  }

  private static boolean isEnd(int[] symbols, int at, int length) {
    int end = at;
    while (end < length && !Folded.isWord(symbols[end])) {
      end++;
    }
    return end == length;
  }

  private static Rank rank(Rank possible, byte how, boolean toEnd) {
    return switch (possible) {
      case EXACT ->
          how == SHORTENED ? Rank.INITIALS : how == WHOLE && toEnd ? Rank.EXACT : Rank.PREFIX;
      case WORD -> how == SHORTENED ? Rank.SUBSTRING : Rank.WORD;
      default -> Rank.SUBSTRING;
    };
  }
}
