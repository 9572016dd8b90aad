package org.citygis.cql2;

import java.util.Arrays;
import org.citygis.cql2.Expression.BoxLiteral;
import org.citygis.text.Text;

/** Reads the numbers of a box; which of them are which, its system tells. */
final class Boxes {
  static final Text EXPECTED =
      Text.of(
          "四个（或带高程的六个）数“西,南,东,北”，南≤北，平面坐标系中西≤东",
          "four numbers west, south, east, north, or six with heights, with south ≤ north and, in a plane system, west ≤ east");

  private Boxes() {}

  static BoxLiteral of(double[] numbers, Place place) {
    int half = numbers.length / 2;
    if (numbers.length == 4 || numbers.length == 6) {
      return new BoxLiteral(numbers[0], numbers[1], numbers[half], numbers[half + 1]);
    }
    throw Places.refusal(place, Arrays.toString(numbers), EXPECTED);
  }
}
