package org.citygis.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.citygis.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ReprojectionTest {

  /** Expected values: gdaltransform of GDAL 3.6.2 with PROJ 9.1.1. */
  @ParameterizedTest
  @CsvSource({
    "OGC:CRS84, EPSG:4547, 113.4, 30.58, 442447.325907256, 3384563.97038588, 0.001",
    "OGC:CRS84, EPSG:4526, 113.4, 30.58, 38442447.3259073, 3384563.97038588, 0.001",
    "OGC:CRS84, EPSG:3857, 113.4, 30.58, 12623630.2559572, 3578323.43375972, 0.001",
    "EPSG:4547, OGC:CRS84, 442446.5, 3384000.25, 113.400022695702, 30.5749153669654, 1e-9",
    "EPSG:4547, EPSG:3857, 442446.5, 3384000.25, 12623632.7824312, 3577665.99271821, 0.001"
  })
  void agreesWithProj(
      String from,
      String to,
      double x,
      double y,
      double expectedX,
      double expectedY,
      double tolerance) {
    Coordinate result =
        Reprojection.between(Crs.parse("from", from), Crs.parse("to", to)).apply(x, y);
    assertThat(result.x).isCloseTo(expectedX, within(tolerance));
    assertThat(result.y).isCloseTo(expectedY, within(tolerance));
  }

  @Test
  void aGeometryKeepsItsHeightsAndTakesTheNewSrid() {
    Geometry line =
        new GeometryFactory()
            .createLineString(
                new Coordinate[] {new Coordinate(113.4, 30.58, 7), new Coordinate(113.5, 30.6, 8)});
    Geometry result = Reprojection.between(Crs.CRS84, Crs.epsg(4547)).apply(line);
    assertThat(result.getSRID()).isEqualTo(4547);
    assertThat(result.getCoordinates()[1].getZ()).isEqualTo(8);
  }

  @Test
  void aBoxContainsEveryTransformedPointOfIt() {
    Reprojection toMetres = Reprojection.between(Crs.CRS84, Crs.epsg(4547));
    Box box = toMetres.apply(new Box(112.5, 30, 115.5, 31));
    for (double lon = 112.5; lon <= 115.5; lon += 0.25) {
      Coordinate south = toMetres.apply(lon, 30);
      assertThat(south.y).isGreaterThanOrEqualTo(box.minY() - 1e-6);
    }
    // The southern side bends: its lowest point is on the central meridian, not at a corner.
    assertThat(box.minY()).isLessThan(toMetres.apply(112.5, 30).y - 100);
  }

  @Test
  void axisOrderIsKnownButNotAppliedInside() {
    assertThat(Crs.epsg(4547).northFirst()).isTrue();
    assertThat(Crs.epsg(4490).northFirst()).isTrue();
    assertThat(Crs.epsg(4326).northFirst()).isTrue();
    assertThat(Crs.CRS84.northFirst()).isFalse();
    assertThat(Crs.WEB_MERCATOR.northFirst()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, EPSG:4547",
    "http://www.opengis.net/def/crs/EPSG/0/4490, EPSG:4490",
    "urn:ogc:def:crs:EPSG::3857, EPSG:3857",
    "EPSG:102100, EPSG:3857",
    "http://www.opengis.net/def/crs/OGC/1.3/CRS84, OGC:CRS84"
  })
  void aSystemHasManySpellings(String text, String code) {
    assertThat(Crs.parse("crs", text).code()).isEqualTo(code);
  }

  @Test
  void anUnknownSystemIsRefusedByName() {
    assertThatThrownBy(() -> Crs.parse("crs", "EPSG:99999"))
        .isInstanceOfSatisfying(
            Problem.Invalid.class, p -> assertThat(p.value()).isEqualTo("EPSG:99999"));
    assertThatThrownBy(() -> Crs.parse("crs", "mars")).isInstanceOf(Problem.Invalid.class);
  }
}
