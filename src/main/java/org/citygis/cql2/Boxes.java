package org.citygis.cql2;

import java.util.Arrays;
import org.citygis.cql2.Expression.BoxLiteral;
import org.citygis.text.Text;

/** Reads the numbers of a box. */
final class Boxes {
  private static final Text EXPECTED =
      Text.of(
          "四个（或带高程的六个）数“西,南,东,北”，且西≤东、南≤北",
          "four numbers west, south, east, north (or six with heights) with west ≤ east and south ≤ north");

  private Boxes() {}

  static BoxLiteral of(double[] numbers, Text place) {
    int half = numbers.length / 2;
    if ((numbers.length == 4 || numbers.length == 6)
        && numbers[0] <= numbers[half]
        && numbers[1] <= numbers[half + 1]) {
      return new BoxLiteral(numbers[0], numbers[1], numbers[half], numbers[half + 1]);
    }
    throw Places.refusal(place, Arrays.toString(numbers), EXPECTED);
  }
}
