package org.citygis.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

class VicinityTest {

  @ParameterizedTest
  @CsvSource({
    "EPSG:4547, 114",
    "EPSG:4547, 111.5",
    "EPSG:4547, 119",
    "EPSG:4526, 113.4",
    "EPSG:4326, 114",
    "EPSG:4490, 100",
    "EPSG:3857, 114",
    "EPSG:32650, 117",
    "EPSG:3395, 114"
  })
  void theBoxHoldsTheCircleAndTheScaleBoundsThePlane(String code, double lon) {
    Crs crs = Crs.parse("crs", code);
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      LonLat centre = new LonLat(lon, 60 * random.nextDouble() - 5);
      double metres = Math.pow(10, 5.3 * random.nextDouble());
      Box box =
          Objects.requireNonNull(
              Vicinity.findBox(
                  new Box(centre.lon(), centre.lat(), centre.lon(), centre.lat()), metres, crs));
      PlaneScale scale = Vicinity.findScale(crs, centre, metres);
      assertThat(scale != null).isEqualTo(!code.equals("EPSG:3395"));
      Reprojection own = Reprojection.between(Crs.CRS84, crs);
      Coordinate middle = own.apply(centre.lon(), centre.lat());
      for (int bearing = 0; bearing < 360; bearing += 5) {
        LonLat rim = Geodesic.destination(centre, bearing, metres);
        Coordinate at = own.apply(rim.lon(), rim.lat());
        assertThat(box.envelope().covers(at)).isTrue();
        if (scale != null) {
          assertThat(middle.distance(at))
              .isBetween((metres - 1e-5) * scale.least(), (metres + 1e-5) * scale.most());
        }
      }
    }
  }

  @Test
  void whatASystemCannotExpressHasNoBox() {
    Box venezuela = new Box(-66, 10, -66, 10);
    assertThat(Vicinity.findBox(venezuela, 1000, Crs.epsg(4547))).isNull();
    assertThat(Vicinity.findBox(new Box(179.999, 10, 179.999, 10), 1000, Crs.CRS84)).isNull();
  }
}
