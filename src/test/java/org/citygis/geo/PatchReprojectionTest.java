package org.citygis.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;
import org.citygis.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatchReprojectionTest {

  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, OGC:CRS84, 538000, 3370000, 60000",
    "EPSG:4547, EPSG:4326, 500000, 2200000, 300000",
    "EPSG:4525, OGC:CRS84, 37500000, 4400000, 200000",
    "EPSG:4547, EPSG:3857, 538000, 3370000, 60000",
    "EPSG:3857, EPSG:4547, 12690000, 3570000, 60000",
    "OGC:CRS84, EPSG:4547, 114, 30.5, 1",
    "EPSG:4490, EPSG:3395, 114, 52, 10",
    "OGC:CRS84, EPSG:4490, 114, 30.5, 60"
  })
  void aPatchTellsWhatTheExactTransformationTells(
      String from, String to, double x, double y, double reach) {
    Crs source = Crs.parse("crs", from);
    Crs target = Crs.parse("crs", to);
    Random random = new Random(3);
    double[] patched = new double[20_000];
    for (int i = 0; i < patched.length; i += 2) {
      patched[i] = x + reach * (random.nextDouble() - 0.5);
      patched[i + 1] = y + reach * (random.nextDouble() - 0.5);
    }
    double[] exact = patched.clone();
    double[] again = patched.clone();
    PatchReprojection.between(source, target).apply(patched, patched.length / 2);
    Reprojection.between(source, target).apply(exact, exact.length / 2);
    double tolerance =
        2 * (target.isGeographic() ? PatchReprojection.DEGREES : PatchReprojection.METRES);
    for (int i = 0; i < exact.length; i++) {
      assertThat(patched[i]).isCloseTo(exact[i], within(tolerance));
    }
    for (int i = 0; i < again.length; i += 2) {
      double[] alone = {again[i], again[i + 1]};
      PatchReprojection.between(source, target).apply(alone, 1);
      assertThat(alone).containsExactly(patched[i], patched[i + 1]);
    }
  }

  /** At the pole Mercator is no polynomial. */
  @ParameterizedTest
  @CsvSource({"114, 89.999", "179.99, -89.99", "0, 0"})
  void whereNoPolynomialServesTheExactWayIsGone(double lon, double lat) {
    double[] patched = {lon, lat};
    double[] exact = {lon, lat};
    PatchReprojection.between(Crs.CRS84, Crs.WEB_MERCATOR).apply(patched, 1);
    Reprojection.between(Crs.CRS84, Crs.WEB_MERCATOR).apply(exact, 1);
    assertThat(patched).containsExactly(exact, within(1e-5));
  }

  @Test
  void whatNoPlaneHasGoesTheExactWay() {
    for (double wild : new double[] {1e9, 1e300, Double.MAX_VALUE, Double.NaN}) {
      assertThat(outcome(PatchReprojection.between(Crs.CRS84, Crs.epsg(4547))::apply, wild))
          .isEqualTo(outcome(Reprojection.between(Crs.CRS84, Crs.epsg(4547))::apply, wild));
    }
  }

  private static String outcome(BiConsumer<double[], Integer> transformation, double latitude) {
    double[] position = {114, latitude};
    try {
      transformation.accept(position, 1);
      return Arrays.toString(position);
    } catch (Problem.Invalid outside) {
      return "refused";
    }
  }
}
