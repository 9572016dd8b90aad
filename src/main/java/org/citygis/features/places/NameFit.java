package org.citygis.features.places;

import java.util.List;
import org.citygis.features.places.spelling.Fit;
import org.citygis.features.places.spelling.Folded;
import org.citygis.features.places.spelling.Folding;
import org.citygis.features.places.spelling.NameMatcher;
import org.citygis.features.places.spelling.Rank;
import org.jspecify.annotations.Nullable;

/**
 * How well the names of one feature match.
 *
 * @param length of the matching name, or of the shortest where each has a part only
 * @param index which of the names it is, -1 where each has a part only
 */
record NameFit(Rank rank, int length, int index) {

  /** The best of the names, of equal ones the shortest; null where none matches. */
  static @Nullable NameFit find(NameSearch search, List<@Nullable String> names) {
    NameFit best = null;
    int found = 0;
    int shortest = Integer.MAX_VALUE;
    for (int i = 0; i < names.size(); i++) {
      String text = names.get(i);
      Folded name = text == null ? null : Folding.of(text, NameCursor.LONGEST);
      if (name == null || name.length() == 0) {
        continue;
      }
      shortest = Math.min(shortest, name.length());
      Fit fit = search.matcher().find(name);
      if (fit != null && (best == null || best.isWorseThan(fit.rank(), name.length()))) {
        best = new NameFit(fit.rank(), name.length(), i);
      }
      found |= words(search.words(), name.symbols(), name.length());
    }
    return best == null && isEach(search.words(), found)
        ? new NameFit(Rank.WORDS, shortest, -1)
        : best;
  }

  private boolean isWorseThan(Rank other, int otherLength) {
    int compared = rank.compareTo(other);
    return compared > 0 || compared == 0 && length > otherLength;
  }

  /** Which of the words are in the name, a bit for each. */
  static int words(List<NameMatcher> words, int[] symbols, int length) {
    int found = 0;
    int bit = 1;
    for (NameMatcher word : words) {
      if (word.findWord(symbols, length) != null) {
        found |= bit;
      }
      bit <<= 1;
    }
    return found;
  }

  static boolean isEach(List<NameMatcher> words, int found) {
    return !words.isEmpty() && found + 1 == 1 << words.size();
  }
}
