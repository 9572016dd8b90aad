package org.citygis.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.geo.TileCoord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MercatorProjectionTest {

  @ParameterizedTest
  @CsvSource({
    "4547, 10",
    "4547, 12",
    "4547, 14",
    "4547, 16",
    "4547, 18",
    "4490, 12",
    "4526, 13",
    "32650, 15",
    "2437, 14"
  })
  void thePolynomialFollowsGeoToolsWithinA160thOfAPixel(int epsg, int zoom) {
    MercatorProjection projection = projection(epsg, zoom);
    Box box = projection.nativeBox();
    assertThat(projection.cell(box, box.minX(), box.minY())).isNotNull();
    Random random = new Random(7);
    double worst = 0;
    for (int i = 0; i < 2000; i++) {
      double[] expected = {
        random.nextDouble(box.minX(), box.maxX()), random.nextDouble(box.minY(), box.maxY())
      };
      double[] actual = expected.clone();
      projection.apply(actual, 1);
      projection.exact(expected, 1);
      worst = Math.max(worst, Math.abs(actual[0] - expected[0]));
      worst = Math.max(worst, Math.abs(actual[1] - expected[1]));
    }
    assertThat(worst).isLessThan(tolerance(zoom));
    if (zoom >= 14) {
      assertThat(worst).isLessThan(1e-5);
    }
  }

  /**
   * A river much longer than the tile is wide must not be bent by a polynomial made for the tile.
   */
  @ParameterizedTest
  @CsvSource({"4547, 16"})
  void aShapeBeyondTheSurroundingsTakesTheExactWay(int epsg, int zoom) {
    MercatorProjection projection = projection(epsg, zoom);
    double[] river = {450_000, 3_380_000, 530_000, 3_390_000};
    double[] expected = river.clone();
    projection.apply(river, 2);
    projection.exact(expected, 2);
    assertThat(river).containsExactly(expected);
  }

  @Test
  void aTileOfAnotherContinentAsksNothingOfTheDatabase() {
    Box city = new Box(420_000, 3_360_000, 460_000, 3_400_000);
    TileCoord denver = over(-105, 39.7, 12);
    assertThat(new MercatorProjection(Crs.epsg(4547), city, denver.mercator(), 1).nativeBox())
        .isNull();
  }

  /** A country in degrees bends too much even in cells. */
  @Test
  void whatAPolynomialCannotFollowTakesTheExactWay() {
    Box china = new Box(73, 18, 135, 53);
    TileCoord tile = over(104, 35, 2);
    MercatorProjection projection =
        new MercatorProjection(Crs.epsg(4490), china, tile.mercator(), 1e-6);
    assertThat(projection.cell(projection.nativeBox(), 104, 35)).isNull();
    double[] place = {104, 35};
    double[] expected = place.clone();
    projection.apply(place, 1);
    projection.exact(expected, 1);
    assertThat(place).containsExactly(expected);
  }

  private static MercatorProjection projection(int epsg, int zoom) {
    Crs crs = Crs.epsg(epsg);
    Box city = Reprojection.between(Crs.CRS84, crs).apply(new Box(114, 30.4, 114.6, 30.8));
    return new MercatorProjection(crs, city, over(114.3, 30.58, zoom).mercator(), tolerance(zoom));
  }

  private static double tolerance(int zoom) {
    return 0.05 * new TileCoord(zoom, 0, 0).size() / 4096;
  }

  private static TileCoord over(double lon, double lat, int zoom) {
    double[] xy = {lon, lat};
    Reprojection.between(Crs.CRS84, Crs.WEB_MERCATOR).apply(xy, 1);
    double size = new TileCoord(zoom, 0, 0).size();
    int column = (int) ((xy[0] + TileCoord.HALF_WORLD) / size);
    int row = (int) ((TileCoord.HALF_WORLD - xy[1]) / size);
    return new TileCoord(zoom, column, row);
  }
}
