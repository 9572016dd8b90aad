package org.citygis.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.citygis.geo.GaussKrueger.Zone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussKruegerTest {

  /** Codes and names as in the register. */
  @ParameterizedTest
  @CsvSource({
    "13, 6, 75, EPSG:4491",
    "19, 6, 111, EPSG:4497",
    "23, 6, 135, EPSG:4501",
    "25, 3, 75, EPSG:4513",
    "38, 3, 114, EPSG:4526",
    "45, 3, 135, EPSG:4533"
  })
  void aNumberBeforeTheEastingSaysWhichZoneItIs(int number, int degrees, int meridian, String crs) {
    Zone zone = GaussKrueger.findNumbered(number).orElseThrow();
    assertThat(zone).isEqualTo(new Zone(degrees, meridian, true));
    assertThat(zone.crs().code()).isEqualTo(crs);
    assertThat(zone.number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 113.4, 114, EPSG:4547",
    "3, 115.5, 117, EPSG:4548",
    "3, 73.5, 75, EPSG:4534",
    "3, 136.4, 135, EPSG:4554",
    "6, 113.4, 111, EPSG:4508",
    "6, 114, 117, EPSG:4509"
  })
  void aLongitudeLiesInOneZoneOfAWidth(int degrees, double longitude, int meridian, String crs) {
    Zone zone = GaussKrueger.findZone(degrees, longitude).orElseThrow();
    assertThat(zone).isEqualTo(new Zone(degrees, meridian, false));
    assertThat(zone.crs().code()).isEqualTo(crs);
  }

  @Test
  void thereIsNoZoneOutsideTheSeries() {
    assertThat(GaussKrueger.findNumbered(24)).isEmpty();
    assertThat(GaussKrueger.findNumbered(12)).isEmpty();
    assertThat(GaussKrueger.findNumbered(46)).isEmpty();
    assertThat(GaussKrueger.findZone(3, 73)).isEmpty();
    assertThat(GaussKrueger.findZone(6, 138.1)).isEmpty();
    assertThat(GaussKrueger.findZone(3, Double.NaN)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new Zone(3, 115, false));
  }
}
