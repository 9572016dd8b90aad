package org.citygis.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Expected values: ST_Distance, ST_Azimuth and ST_Project of PostGIS 3.3 on geography. */
class GeodesicTest {
  private static final LonLat A = new LonLat(113.4, 30.58);
  private static final LonLat B = new LonLat(113.41, 30.59);

  @Test
  void distanceAndBearingAgreeWithPostgis() {
    assertThat(Geodesic.distanceMetres(A, B)).isCloseTo(1465.95419317, within(1e-6));
    assertThat(Geodesic.bearingDegrees(A, B)).isCloseTo(40.862998429716896, within(1e-6));
    assertThat(Geodesic.bearingDegrees(B, A)).isBetween(220.0, 221.0);
  }

  @Test
  void destinationAgreesWithPostgis() {
    LonLat end = Geodesic.destination(A, 45, 1000);
    assertThat(end.lon()).isCloseTo(113.40737230056233, within(1e-9));
    assertThat(end.lat()).isCloseTo(30.586378033395384, within(1e-9));
  }

  @Test
  void theBoxAroundHoldsEveryPointOfTheCircle() {
    for (double metres : new double[] {1, 1_000, 100_000}) {
      Box box = Geodesic.boxAround(A, metres);
      for (int bearing = 0; bearing < 360; bearing++) {
        LonLat p = Geodesic.destination(A, bearing, metres);
        assertThat(p.lon()).isBetween(box.minX(), box.maxX());
        assertThat(p.lat()).isBetween(box.minY(), box.maxY());
      }
    }
  }
}
