package org.citygis.features.places.spelling;

import java.util.function.IntConsumer;

/**
 * What names have in them, as numbers: which symbols they have and which follow upon each other,
 * anywhere, at the beginning of a word and at that of the name; and for whole names with what they
 * begin and end and how long they are. A character counts by itself and by the initials of its
 * readings, so that it is found however it is typed. Signs between are passed over.
 */
public final class Traits {
  /** Where a pair of symbols stands. */
  static final int ANYWHERE = 0;

  static final int AT_WORD = 1;
  static final int AT_BEGIN = 2;

  private static final int LAST = 4;
  private static final int PAIR = 8;
  private static final int INITIAL_LAST = 12;
  private static final int INITIAL_PAIR = 16;
  private static final int NAME = 20;

  private Traits() {}

  /**
   * Tells the traits of one name, some of them several times.
   *
   * @return how many of its symbols are not signs
   */
  public static int of(int[] symbols, int length, IntConsumer found) {
    int first = -1;
    int before = -1;
    int where = ANYWHERE;
    int words = 0;
    for (int i = 0; i < length; i++) {
      int symbol = symbols[i];
      if (!Folded.isWord(symbol)) {
        continue;
      }
      if (before >= 0) {
        pair(before, symbol, ANYWHERE, found);
        if (where != ANYWHERE) {
          pair(before, symbol, where, found);
        }
      }
      where = words == 0 ? AT_BEGIN : Folded.isWordStart(symbols, i) ? AT_WORD : ANYWHERE;
      single(symbol, ANYWHERE, found);
      if (where != ANYWHERE) {
        single(symbol, where, found);
      }
      first = words == 0 ? symbol : first;
      before = symbol;
      words++;
    }
    if (words > 0) {
      name(first, before, words, found);
    }
    return words;
  }

  private static void single(int symbol, int where, IntConsumer found) {
    found.accept(last(symbol, where));
    for (int rest = Readings.initials(symbol); rest != 0; rest &= rest - 1) {
      found.accept(initialLast(letter(rest), where));
    }
  }

  private static void pair(int symbol, int next, int where, IntConsumer found) {
    int initials = Readings.initials(symbol);
    found.accept(pair(symbol, next, where));
    for (int rest = initials; rest != 0; rest &= rest - 1) {
      found.accept(initialPair(letter(rest), next, where));
    }
    for (int rest = Readings.initials(next); rest != 0; rest &= rest - 1) {
      found.accept(pair(symbol, letter(rest), where));
      for (int firsts = initials; firsts != 0; firsts &= firsts - 1) {
        found.accept(initialPair(letter(firsts), letter(rest), where));
      }
    }
  }

  private static void name(int first, int last, int words, IntConsumer found) {
    int firsts = Readings.initials(first);
    int lasts = Readings.initials(last);
    found.accept(name(first, last, words));
    for (int rest = firsts; rest != 0; rest &= rest - 1) {
      found.accept(name(letter(rest), last, words));
    }
    for (int rest = lasts; rest != 0; rest &= rest - 1) {
      found.accept(name(first, letter(rest), words));
      for (int begin = firsts; begin != 0; begin &= begin - 1) {
        found.accept(name(letter(begin), letter(rest), words));
      }
    }
  }

  /** Of the lowest bit. */
  private static int letter(int initials) {
    return 'a' + Integer.numberOfTrailingZeros(initials);
  }

  /** The symbol is there. */
  static int last(int symbol, int where) {
    return mixed(LAST + where, symbol, 0);
  }

  /** A character with the initial is there. */
  static int initialLast(int initial, int where) {
    return mixed(INITIAL_LAST + where, initial, 0);
  }

  /** After the symbol comes another one, or a character that has it for an initial. */
  static int pair(int symbol, int next, int where) {
    return mixed(PAIR + where, symbol, next);
  }

  /** The same after a character with the initial. */
  static int initialPair(int initial, int next, int where) {
    return mixed(INITIAL_PAIR + where, initial, next);
  }

  /** A name has so many symbols, the first and the last of which are these or have them. */
  static int name(int first, int last, int words) {
    return mixed(NAME, first, last * 31 + words);
  }

  private static int mixed(int kind, int a, int b) {
    long x = ((long) kind << 42 ^ (long) a << 26 ^ b) * 0x9E3779B97F4A7C15L;
    x = (x ^ x >>> 29) * 0xBF58476D1CE4E5B9L;
    return (int) (x >>> 32);
  }
}
