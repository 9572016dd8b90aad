package org.citygis.ingest.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citygis.geo.Box;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.geo.MapShift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class ShiftSuspicionTest {
  private static final double METRE = 1 / 111_195.0;

  /** Corners of buildings, some fifty metres apart. */
  private record Town(List<Coordinate> corners) implements ReferencePoints {
    static Town of(int count, long seed) {
      Random random = new Random(seed);
      double side = Math.sqrt(count) * 50 * METRE;
      List<Coordinate> corners = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        corners.add(
            new Coordinate(113.3 + random.nextDouble() * side, 30.5 + random.nextDouble() * side));
      }
      return new Town(corners);
    }

    @Override
    public String name() {
      return "buildings";
    }

    @Override
    public List<Coordinate> within(Box degrees) {
      return corners.stream().filter(corner -> degrees.envelope().contains(corner)).toList();
    }
  }

  /** Places as a file has them: some metres beside, some without a counterpart, shifted. */
  private static double[] file(Town town, double metresBeside, double strangers, MapShift shift) {
    Random random = new Random(7);
    int count = Math.min(1_000, town.corners.size());
    double[] places = new double[2 * count];
    for (int i = 0; i < count; i++) {
      Coordinate corner = town.corners.get(i);
      double away = random.nextDouble() < strangers ? 300 : metresBeside;
      places[2 * i] = corner.x + random.nextGaussian() * away * METRE;
      places[2 * i + 1] = corner.y + random.nextGaussian() * away * METRE;
    }
    if (shift != null) {
      shift.apply(places, count);
    }
    return places;
  }

  @ParameterizedTest
  @CsvSource({
    "GCJ_02, 0, 0, gcj02",
    "BD_09, 0, 0, bd09",
    "GCJ_02, 2, 0.3, gcj02",
    "BD_09, 2, 0.3, bd09",
    ", 0, 0, ",
    ", 2, 0.3, ",
    ", 5, 0.4, "
  })
  void theDisplacementIsFoundAmongNoiseAndStrangers(
      MapShift shift, double beside, double strangers, String suspect) {
    Town town = Town.of(3_000, 1);
    ImportReport.ShiftReport report =
        ShiftSuspicion.examine(file(town, beside, strangers, shift), town, null);
    assertThat(report.suspect()).isEqualTo(suspect);
    assertThat(report.pairs().size()).isEqualTo(suspect == null ? 0 : 50);
    if (shift == MapShift.GCJ_02) {
      double[] there = {113.31, 30.51};
      shift.apply(there, 1);
      double metres =
          Geodesic.distanceMetres(new LonLat(113.31, 30.51), new LonLat(there[0], there[1]));
      assertThat(report.offsetMetres()).isCloseTo(metres, within(10.0));
      double[] pair = report.pairs().getFirst();
      double[] back = {pair[0], pair[1]};
      MapShift.GCJ_02.remove(back, 1);
      assertThat(Math.hypot(back[0] - pair[2], back[1] - pair[3])).isLessThan(40 * METRE);
    }
  }

  @Test
  void twoUnrelatedLayersGiveNoSuspicion() {
    ImportReport.ShiftReport report =
        ShiftSuspicion.examine(file(Town.of(3_000, 2), 0, 0, null), Town.of(3_000, 1), null);
    assertThat(report.suspect()).isNull();
  }

  @Test
  void fewPlacesSayNothing() {
    Town town = Town.of(5, 1);
    ImportReport.ShiftReport report =
        ShiftSuspicion.examine(file(town, 0, 0, MapShift.GCJ_02), town, null);
    assertThat(report.suspect()).isNull();
    assertThat(ShiftSuspicion.examine(new double[0], town, null).confidence()).isZero();
  }
}
