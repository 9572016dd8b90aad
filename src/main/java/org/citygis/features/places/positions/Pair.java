package org.citygis.features.places.positions;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The two coordinates of a position, in the order in which they are written. */
record Pair(Part first, Part second) {
  private static final int MOST_NUMBERS = 6;

  /**
   * @param before how many numbers stand before it
   * @param afterComma whether a comma parts it from the number before
   */
  private record Label(Mark mark, int before, boolean spaced, boolean afterComma) {}

  /** Null where the numbers are not those of two coordinates. */
  static @Nullable Pair of(List<Token> tokens) {
    List<Part.Measure> measures = new ArrayList<>();
    List<Label> labels = new ArrayList<>();
    Set<Integer> commas = new TreeSet<>();
    for (Token token : tokens) {
      if (token instanceof Token.Number number) {
        measures.add(new Part.Measure(number, null));
      } else if (token instanceof Token.Sign sign && !take(sign, measures, labels, commas)) {
        return null;
      }
    }
    int count = measures.size();
    int split = split(measures, labels, commas);
    if (count < 2 || count > MOST_NUMBERS || split <= 0 || split >= count) {
      return null;
    }
    Set<Mark> ofFirst = EnumSet.noneOf(Mark.class);
    Set<Mark> ofSecond = EnumSet.noneOf(Mark.class);
    share(labels, measures, ofFirst, ofSecond);
    return new Pair(
        new Part(List.copyOf(measures.subList(0, split)), ofFirst),
        new Part(List.copyOf(measures.subList(split, count)), ofSecond));
  }

  private static boolean take(
      Token.Sign sign, List<Part.Measure> measures, List<Label> labels, Set<Integer> commas) {
    int before = measures.size();
    Mark mark = sign.mark();
    if (mark == Mark.COMMA) {
      commas.add(before);
      return true;
    }
    if (mark.isLabel()) {
      return labels.add(new Label(mark, before, sign.spaced(), commas.contains(before)));
    }
    if (!mark.isUnit() || before == 0 || measures.getLast().unit() != null) {
      return false;
    }
    return measures.add(new Part.Measure(measures.removeLast().number(), mark));
  }

  /** How many numbers the first coordinate has; 0 when that cannot be said. */
  private static int split(List<Part.Measure> measures, List<Label> labels, Set<Integer> commas) {
    int count = measures.size();
    Set<Integer> between = new TreeSet<>();
    labels.stream().map(Label::before).filter(it -> it > 0 && it < count).forEach(between::add);
    if (!between.isEmpty()) {
      return between.size() == 1 ? between.iterator().next() : 0;
    }
    for (int i = count - 1; i > 0; i--) {
      if (measures.get(i).unit() == Mark.DEGREE) {
        return i;
      }
    }
    List<Integer> inner = commas.stream().filter(it -> it > 0 && it < count).toList();
    return inner.size() == 1 ? inner.getFirst() : count % 2 == 0 ? count / 2 : 0;
  }

  /** A label between two numbers belongs to the one before it, or to the one after. */
  private static void share(
      List<Label> labels, List<Part.Measure> measures, Set<Mark> ofFirst, Set<Mark> ofSecond) {
    int count = measures.size();
    boolean named = labels.stream().anyMatch(it -> it.before == 0);
    boolean closed = labels.stream().anyMatch(it -> it.before == count);
    for (Label label : labels) {
      boolean isSecond = label.before == count;
      if (label.before > 0 && label.before < count) {
        boolean tight = !measures.get(label.before).number().spaced();
        isSecond =
            label.afterComma || named || (!closed && label.spaced && (tight || !ofFirst.isEmpty()));
      }
      (isSecond ? ofSecond : ofFirst).add(label.mark);
    }
  }
}
