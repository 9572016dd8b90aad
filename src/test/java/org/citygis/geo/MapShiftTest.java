package org.citygis.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class MapShiftTest {

  /** Expected values: coord-convert 0.2.1 of the Python package index. */
  @ParameterizedTest
  @CsvSource({
    "GCJ_02, 113.4, 30.58, 113.40612029570804, 30.577704981274078",
    "BD_09, 113.4, 30.58, 113.41251547203944, 30.58402309071077",
    "GCJ_02, 116.404, 39.915, 116.41024449916938, 39.91640428150164",
    "BD_09, 116.404, 39.915, 116.41662724378733, 39.922699552216216",
    "GCJ_02, 114.0579, 22.5431, 114.06301399856547, 22.54038281422246",
    "BD_09, 114.0579, 22.5431, 114.06956398703267, 22.546041559073544",
    "GCJ_02, 87.6, 43.8, 87.60283897227161, 43.80121203029208",
    "BD_09, 87.6, 43.8, 87.60921015182171, 43.80747250765041"
  })
  void agreesWithAnIndependentProgram(
      MapShift shift, double lon, double lat, double shiftedLon, double shiftedLat) {
    double[] place = {lon, lat};
    shift.apply(place, 1);
    assertThat(place[0]).isCloseTo(shiftedLon, within(1e-9));
    assertThat(place[1]).isCloseTo(shiftedLat, within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(MapShift.class)
  void whatWasShiftedComesBackWithinATenthOfAMillimetre(MapShift shift) {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      double lon = 74 + 60 * random.nextDouble();
      double lat = 2 + 51 * random.nextDouble();
      double[] place = {lon, lat};
      shift.apply(place, 1);
      shift.remove(place, 1);
      assertThat(place[0]).isCloseTo(lon, within(1e-9));
      assertThat(place[1]).isCloseTo(lat, within(1e-9));
    }
  }

  @ParameterizedTest
  @EnumSource(MapShift.class)
  void nothingMovesOutsideChina(MapShift shift) {
    double[] place = {2.35, 48.86, -74, 40.7};
    shift.apply(place, 2);
    assertThat(place).containsExactly(2.35, 48.86, -74, 40.7);
    shift.remove(place, 2);
    assertThat(place).containsExactly(2.35, 48.86, -74, 40.7);
  }

  @ParameterizedTest
  @EnumSource(MapShift.class)
  void aGeometryKeepsItsHeightsAndItsOwnCoordinates(MapShift shift) {
    Geometry line =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(113.4, 30.58, 7), new Coordinate(113.5, 30.6, 8)});
    Geometry shifted = shift.apply(line);
    assertThat(shifted.getCoordinates()[1].getZ()).isEqualTo(8);
    assertThat(shifted.getCoordinates()[0].x).isGreaterThan(113.405);
    assertThat(line.getCoordinates()[0].x).isEqualTo(113.4);
    assertThat(shift.remove(shifted).equalsExact(line, 1e-9)).isTrue();
  }
}
