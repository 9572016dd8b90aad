package org.citygis.style.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreaksTest {
  @Test
  void naturalBreaksStandInTheGaps() {
    double[] values = {1, 2, 2, 3, 10, 11, 12, 50, 51, 52};
    assertThat(Breaks.jenks(values, 3)).containsExactly(10.0, 50.0);
    assertThat(Breaks.jenks(values, 2)).containsExactly(50.0);
  }

  /** Against every way to divide the values. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void naturalBreaksLeaveTheLeastSquares(long seed) {
    double[] values =
        new SplittableRandom(seed).doubles(14, 0, 1).map(x -> x * x * 100).sorted().toArray();
    double best = Double.MAX_VALUE;
    for (int a = 1; a < values.length - 1; a++) {
      for (int b = a + 1; b < values.length; b++) {
        best = Math.min(best, squares(values, a, b));
      }
    }
    List<Double> breaks = Breaks.jenks(values, 3);
    int a = Arrays.binarySearch(values, breaks.get(0));
    int b = Arrays.binarySearch(values, breaks.get(1));
    assertThat(squares(values, a, b)).isCloseTo(best, org.assertj.core.data.Offset.offset(1e-9));
  }

  private static double squares(double[] values, int a, int b) {
    double sum = 0;
    for (double[] part :
        new double[][] {
          Arrays.copyOf(values, a),
          Arrays.copyOfRange(values, a, b),
          Arrays.copyOfRange(values, b, values.length)
        }) {
      double mean = Arrays.stream(part).average().orElseThrow();
      sum += Arrays.stream(part).map(x -> (x - mean) * (x - mean)).sum();
    }
    return sum;
  }

  @Test
  void aHundredThousandValuesAreDrawnTogetherFirst() {
    double[] values =
        new SplittableRandom(7).doubles(100_000).map(x -> x < 0.5 ? x : x + 9).sorted().toArray();
    assertThat(Breaks.jenks(values, 2)).hasSize(1).allMatch(b -> b > 0.49 && b < 9.6);
  }

  @Test
  void quantilesHoldAsManyAndEqualValuesStayTogether() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
    assertThat(Breaks.quantile(values, 4)).containsExactly(3.0, 5.0, 7.0);
    assertThat(Breaks.quantile(new double[] {0, 0, 0, 0, 0, 9}, 4)).containsExactly(0.0);
    assertThat(Breaks.equal(0, 100, 4)).containsExactly(25.0, 50.0, 75.0);
    assertThat(Breaks.deviation(10, 2, 4)).containsExactly(8.0, 10.0, 12.0);
  }

  @Test
  void breaksAreToldWithFewDigits() {
    assertThat(Rounding.of(List.of(12.3456, 25.9876, 51.23))).containsExactly(12.3, 26.0, 51.0);
    assertThat(Rounding.of(List.of(1234.5))).containsExactly(1230.0);
    assertThat(Rounding.plain(26.0)).isEqualTo("26");
  }

  /** Lightness falls or rises throughout, so that the order shows without hue. */
  @Test
  void orderedColoursAreOrderedInLightness() {
    for (Ramp ramp : Ramp.values()) {
      if (ramp.kind() == Ramp.Kind.ORDERED) {
        List<Double> light = ramp.colors(9).stream().map(BreaksTest::lightness).toList();
        for (int i = 1; i < light.size(); i++) {
          assertThat(light.get(i)).as(ramp + " " + i).isLessThan(light.get(i - 1));
        }
      }
    }
  }

  private static double lightness(String color) {
    double sum = 0;
    double[] weights = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; i++) {
      double c = Integer.parseInt(color, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
      sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
