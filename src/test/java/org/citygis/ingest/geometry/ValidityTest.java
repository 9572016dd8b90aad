package org.citygis.ingest.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.WKTReader;

class ValidityTest {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  @ParameterizedTest
  @CsvSource({
    "'POLYGON ((0 0, 0 10, 10 10, 10 0, 0 0))', true",
    "'POLYGON ((0 0, 0 5, 0 10, 10 10, 10 0, 0 0))', true",
    "'POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))', false",
    "'POLYGON ((0 0, 0 10, 0 5, 10 10, 10 0, 0 0))', false",
    "'POLYGON ((0 0, 5 5, 0 10, 5 5, 10 0, 0 0))', false",
    "'POLYGON ((0 0, 0 0, 0 10, 10 10, 10 0, 0 0))', false"
  })
  void theQuickProofIsGivenOnlyWhereItHolds(String wkt, boolean proven) throws Exception {
    Geometry geometry = new WKTReader().read(wkt);
    assertThat(Validity.isSimpleRing(geometry)).isEqualTo(proven);
  }

  /** The general operation of JTS is the witness. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void theQuickProofNeverContradictsTheGeneralOperation(long seed) {
    Random random = new Random(seed);
    int proven = 0;
    for (int round = 0; round < 5_000; round++) {
      Geometry polygon = polygon(random);
      if (Validity.isSimpleRing(polygon)) {
        proven++;
        assertThat(polygon.isValid()).as(polygon.toText()).isTrue();
      }
    }
    assertThat(proven).isGreaterThan(500);
  }

  /** Small integers, so that touching and folded sides are frequent; or real coordinates. */
  private static Geometry polygon(Random random) {
    int points = 3 + random.nextInt(6);
    boolean grid = random.nextBoolean();
    Coordinate[] ring = new Coordinate[points + 1];
    for (int i = 0; i < points; i++) {
      ring[i] =
          grid
              ? new Coordinate(random.nextInt(5), random.nextInt(5))
              : new Coordinate(
                  430_000 + random.nextDouble() * 100, 3_370_000 + random.nextDouble() * 100);
    }
    ring[points] = ring[0].copy();
    return GEOMETRIES.createPolygon(ring);
  }

  @Test
  void aFaultNamesItsKindAndPlace() throws Exception {
    Geometry bowtie = new WKTReader().read("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))");
    assertThat(Validity.findFault(bowtie))
        .hasValueSatisfying(
            fault -> {
              assertThat(fault.kind()).isEqualTo("Self-intersection");
              assertThat(fault.place()).isEqualTo("5.00000000 5.00000000");
            });
  }
}
