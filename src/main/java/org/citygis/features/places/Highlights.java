package org.citygis.features.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citygis.features.places.spelling.Fit;
import org.citygis.features.places.spelling.Folded;
import org.citygis.features.places.spelling.Folding;
import org.citygis.features.places.spelling.NameMatcher;
import org.jspecify.annotations.Nullable;

/** The parts of a text that were typed, by whatever spelling. */
final class Highlights {
  private Highlights() {}

  /**
   * Starts and ends in UTF-16 units, in order, none touching another; empty where there are none.
   */
  static List<int[]> of(@Nullable String text, NameSearch search) {
    if (text == null) {
      return List.of();
    }
    Folded name = Folding.of(text, NameCursor.LONGEST);
    Fit whole = search.matcher().find(name);
    if (whole != null) {
      return List.of(range(name, whole));
    }
    List<int[]> parts = new ArrayList<>();
    for (NameMatcher word : search.words()) {
      Fit part = word.findWord(name.symbols(), name.length());
      if (part != null) {
        parts.add(range(name, part));
      }
    }
    return joined(parts);
  }

  private static int[] range(Folded name, Fit fit) {
    return new int[] {name.starts()[fit.from()], name.ends()[fit.to() - 1]};
  }

  private static List<int[]> joined(List<int[]> parts) {
    parts.sort(Comparator.comparingInt(part -> part[0]));
    List<int[]> joined = new ArrayList<>();
    for (int[] part : parts) {
      int[] last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && part[0] <= last[1]) {
        last[1] = Math.max(last[1], part[1]);
      } else {
        joined.add(part);
      }
    }
    return joined;
  }
}
