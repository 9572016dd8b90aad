package org.citygis.features.places.spelling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A unit of what was typed, as {@link Traits} know it.
 *
 * @param traits that it needs anywhere, at the beginning of a word, at that of a name
 * @param to where what was typed goes on behind it
 * @param last by what a name ends, where this is its last unit
 * @param isShort whether it is an initial that stands for a longer reading
 */
record Unit(int[] traits, int to, int last, boolean isShort) {
  /** No reading is longer. */
  private static final int LONGEST_READING = 6;

  /**
   * The units that may begin at a place.
   *
   * @param typed without signs
   * @param run where a unit that begins here ends at the latest
   */
  static Unit[] at(int i, int[] typed, int run) {
    List<Unit> units = new ArrayList<>();
    int symbol = typed[i];
    units.add(new Unit(symbol(i, typed), i + 1, symbol, false));
    StringBuilder reading = new StringBuilder();
    for (int to = i + 1; Folded.isLatin(symbol) && to <= Math.min(run, i + LONGEST_READING); to++) {
      reading.appendCodePoint(typed[to - 1]);
      String letters = reading.toString();
      if (!Readings.isBeginning(letters)) {
        break;
      }
      boolean whole = to == typed.length || Readings.isReading(letters);
      if (whole || to == run || to == i + 1 || to == i + 2 && typed[i + 1] == 'h') {
        units.add(new Unit(reading(i, to, typed), to, symbol, !whole));
      }
    }
    return units.toArray(Unit[]::new);
  }

  /** The traits of whole names that are cut into such units, none shortened. */
  static int[] names(Unit[][] units, int[] typed) {
    boolean[][] counts = new boolean[units.length + 1][units.length + 1];
    counts[0][0] = true;
    Set<Integer> names = new HashSet<>();
    for (int i = 0; i < units.length; i++) {
      for (Unit unit : units[i]) {
        for (int before = 0; before <= i && !unit.isShort; before++) {
          if (counts[i][before]) {
            counts[unit.to][before + 1] = true;
            if (unit.to == units.length) {
              names.add(Traits.name(typed[0], unit.last, before + 1));
            }
          }
        }
      }
    }
    return names.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] symbol(int i, int[] typed) {
    int[] traits = new int[3];
    for (int where = 0; where < traits.length; where++) {
      traits[where] =
          i + 1 < typed.length
              ? Traits.pair(typed[i], typed[i + 1], where)
              : Traits.last(typed[i], where);
    }
    return traits;
  }

  private static int[] reading(int i, int to, int[] typed) {
    int[] traits = new int[3];
    for (int where = 0; where < traits.length; where++) {
      traits[where] =
          to < typed.length
              ? Traits.initialPair(typed[i], typed[to], where)
              : Traits.initialLast(typed[i], where);
    }
    return traits;
  }
}
