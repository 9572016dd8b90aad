package org.citygis.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Against GeographicLib asked for many points of every edge. */
class RulerTest {
  private static final GeometryFactory SHAPES = new GeometryFactory();

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4547", "EPSG:4326", "EPSG:4490", "EPSG:3857", "EPSG:4526"})
  void noPointOfALineIsNearerThanTheNearest(String code) {
    Crs crs = Crs.parse("crs", code);
    Random random = new Random(code.hashCode());
    for (int i = 0; i < 15; i++) {
      double extent = Math.pow(10, -3 + 3 * random.nextDouble());
      LineString line = line(random, extent, 2 + random.nextInt(40), crs);
      LonLat place =
          new LonLat(113.5 + extent * random.nextGaussian(), 30.5 + extent * random.nextGaussian());
      Proximity found = Ruler.at(place, crs).to(line);
      double brute = brute(place, line, crs);
      assertThat(found.metres()).isCloseTo(brute, within(1e-4));
      assertThat(org.citygis.geo.Geodesic.distanceMetres(place, found.to()))
          .isCloseTo(found.metres(), within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4547", "EPSG:4326"})
  void betweenLinesNoPairOfPointsIsNearer(String code) {
    Crs crs = Crs.parse("crs", code);
    Random random = new Random(7);
    for (int i = 0; i < 40; i++) {
      double extent = Math.pow(10, -3 + 2 * random.nextDouble());
      LineString reference = line(random, extent, 2 + random.nextInt(10), Crs.CRS84);
      LineString other = line(random, extent, 2 + random.nextInt(10), crs);
      Ruler ruler = new Ruler(reference, crs);
      Proximity found = ruler.to(other);
      Geometry own = ruler.referenceInOwnSystem();
      if (own != null && own.intersects(other)) {
        assertThat(found.metres()).isZero();
        continue;
      }
      double brute = Double.MAX_VALUE;
      for (Coordinate at : samples(reference, 50, Crs.CRS84)) {
        brute = Math.min(brute, brute(new LonLat(at.x, at.y), other, crs, 50));
      }
      assertThat(found.metres()).isLessThanOrEqualTo(brute + 1e-4);
      assertThat(found.metres()).isCloseTo(brute, within(1 + brute * 0.05));
      assertThat(org.citygis.geo.Geodesic.distanceMetres(found.from(), found.to()))
          .isCloseTo(found.metres(), within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource({"EPSG:4547", "EPSG:4490"})
  void insideAPolygonIsNoDistanceAndInItsHoleIsOne(String code) throws ParseException {
    Crs crs = Crs.parse("crs", code);
    Geometry degrees =
        new WKTReader()
            .read(
                "POLYGON ((114 30, 114.1 30, 114.1 30.1, 114 30.1, 114 30),"
                    + " (114.04 30.04, 114.06 30.04, 114.06 30.06, 114.04 30.06, 114.04 30.04))");
    Geometry polygon = Reprojection.between(Crs.CRS84, crs).apply(degrees);
    assertThat(Ruler.at(new LonLat(114.01, 30.01), crs).to(polygon).metres()).isZero();
    Proximity hole = Ruler.at(new LonLat(114.059, 30.05), crs).to(polygon);
    // 0.001 degrees of longitude at 30.05 N
    assertThat(hole.metres()).isCloseTo(96.44, within(0.1));
    assertThat(hole.bearingDegrees()).isCloseTo(90, within(0.1));
  }

  @Test
  void aPlaceThatASystemCannotExpressIsInsideNothing() throws ParseException {
    Geometry square = new WKTReader().read("POLYGON ((4e5 0, 6e5 0, 6e5 5e6, 4e5 5e6, 4e5 0))");
    assertThat(Ruler.at(new LonLat(-66, 10), Crs.epsg(4547)).to(square).metres())
        .isGreaterThan(10_000_000);
  }

  private static LineString line(Random random, double extent, int positions, Crs crs) {
    Coordinate[] line = new Coordinate[positions];
    for (int i = 0; i < positions; i++) {
      line[i] =
          Reprojection.between(Crs.CRS84, crs)
              .apply(
                  113.5 + extent * (random.nextDouble() - 0.5),
                  30.5 + extent * (random.nextDouble() - 0.5));
    }
    return SHAPES.createLineString(line);
  }

  /** Each edge at 200 places, then between the neighbours of the nearest at as many. */
  private static double brute(LonLat place, LineString line, Crs crs) {
    Reprojection toLonLat = Reprojection.between(crs, Crs.CRS84);
    double nearest = Double.MAX_VALUE;
    for (int edge = 0; edge < line.getNumPoints() - 1; edge++) {
      Coordinate a = line.getCoordinateN(edge);
      Coordinate b = line.getCoordinateN(edge + 1);
      double low = 0;
      double high = 1;
      for (int pass = 0; pass < 3; pass++) {
        double best = low;
        double bestMetres = Double.MAX_VALUE;
        double step = (high - low) / 200;
        for (int i = 0; i <= 200; i++) {
          double share = low + i * step;
          Coordinate at = toLonLat.apply(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
          double metres = Geodesic.WGS84.Inverse(place.lat(), place.lon(), at.y, at.x).s12;
          if (metres < bestMetres) {
            bestMetres = metres;
            best = share;
          }
        }
        nearest = Math.min(nearest, bestMetres);
        low = Math.max(0, best - step);
        high = Math.min(1, best + step);
      }
    }
    return nearest;
  }

  private static double brute(LonLat place, LineString line, Crs crs, int each) {
    double nearest = Double.MAX_VALUE;
    for (Coordinate at : samples(line, each, crs)) {
      nearest = Math.min(nearest, Geodesic.WGS84.Inverse(place.lat(), place.lon(), at.y, at.x).s12);
    }
    return nearest;
  }

  private static Coordinate[] samples(LineString line, int each, Crs crs) {
    Coordinate[] samples = new Coordinate[(line.getNumPoints() - 1) * each + 1];
    for (int i = 0; i < samples.length; i++) {
      int edge = Math.min(i / each, line.getNumPoints() - 2);
      double share = (double) (i - edge * each) / each;
      Coordinate a = line.getCoordinateN(edge);
      Coordinate b = line.getCoordinateN(edge + 1);
      samples[i] =
          Reprojection.between(crs, Crs.CRS84)
              .apply(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    }
    return samples;
  }
}
