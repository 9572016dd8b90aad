package org.citygis.features.places.spelling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What somebody typed, without its blanks, which only say where one unit cannot go on. */
public final class NameQuery {
  /** Of more words than that each is not looked for. */
  private static final int MAX_WORDS = 6;

  private static final int MAX_SYMBOLS = 400;

  final int[] symbols;

  /** For each symbol the end of what was typed without a blank. */
  final int[] runEnds;

  private final List<NameQuery> words;

  private NameQuery(int[] symbols, int[] runEnds, List<NameQuery> words) {
    this.symbols = symbols;
    this.runEnds = runEnds;
    this.words = words;
  }

  /** Of any text; nothing is left of one that has only blanks. */
  public static NameQuery of(String text) {
    Folded folded = Folding.of(text, MAX_SYMBOLS);
    List<int[]> runs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= folded.length(); i++) {
      if (i == folded.length() || parts(folded.symbols()[i])) {
        if (i > start) {
          runs.add(Arrays.copyOfRange(folded.symbols(), start, i));
        }
        start = i + 1;
      }
    }
    List<NameQuery> words = new ArrayList<>();
    if (runs.size() > 1 && runs.size() <= MAX_WORDS) {
      runs.forEach(run -> words.add(of(List.of(run), List.of())));
    }
    return of(runs, words);
  }

  private static NameQuery of(List<int[]> runs, List<NameQuery> words) {
    int[] symbols = runs.stream().flatMapToInt(Arrays::stream).toArray();
    int[] ends = new int[symbols.length];
    int at = 0;
    for (int[] run : runs) {
      Arrays.fill(ends, at, at + run.length, at + run.length);
      at += run.length;
    }
    return new NameQuery(symbols, ends, List.copyOf(words));
  }

  /** The apostrophe parts syllables, as in xi'an. */
  private static boolean parts(int symbol) {
    return symbol == ' ' || symbol == '\'' || symbol == '\u2019';
  }

  public boolean isEmpty() {
    return symbols.length == 0;
  }

  /** Whether it has a letter, so that it may be pinyin. */
  public boolean hasLetters() {
    return Arrays.stream(symbols).anyMatch(Folded::isLatin);
  }

  int length() {
    return symbols.length;
  }

  /** The words between blanks, where there are several. */
  public List<NameQuery> words() {
    return words;
  }
}
