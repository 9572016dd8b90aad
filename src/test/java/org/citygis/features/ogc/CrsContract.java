package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.geo.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The reference systems of a collection: which, in what axis order, and where exactly. */
abstract class CrsContract extends AgainstTheTestCity {
  private static final String PLOTS = "/ogc/collections/plots/items";
  private static final String CRS = "http://www.opengis.net/def/crs/";

  /** The plots lie at 114 degrees east, where two six-degree zones meet. */
  @Test
  void aCollectionComesInTheWorldsSystemsItsOwnAndItsZones() {
    assertThat(json("/ogc/collections/plots").get("crs").valueStream().map(JsonNode::asString))
        .containsExactly(
            CRS + "OGC/1.3/CRS84",
            CRS + "EPSG/0/4326",
            CRS + "EPSG/0/4490",
            CRS + "EPSG/0/3857",
            CRS + "EPSG/0/3395",
            CRS + "EPSG/0/4547",
            CRS + "EPSG/0/4526",
            CRS + "EPSG/0/4509",
            CRS + "EPSG/0/4498");
  }

  /**
   * The south-western corner of the first plot, easting 500000 and northing 3384000 of EPSG:4547.
   * Expected values: gdaltransform of GDAL 3.6.2; axis order: EPSG register.
   */
  @ParameterizedTest
  @CsvSource({
    "OGC/1.3/CRS84, 114, 30.5762957606118, 1e-7",
    "EPSG/0/4326, 30.5762957606118, 114, 1e-7",
    "EPSG/0/4490, 30.5762957606118, 114, 1e-7",
    "EPSG/0/3857, 12690421.9504332, 3577844.47366204, 0.002",
    "EPSG/0/3395, 12690421.9504332, 3556112.24225396, 0.002",
    "EPSG/0/4547, 3384000, 500000, 0.002",
    "EPSG/0/4526, 3384000, 38500000, 0.002",
    "EPSG/0/4509, 3387835.40639907, 212164.331179795, 0.002",
    "EPSG/0/4498, 3387835.40639907, 20212164.3311798, 0.002"
  })
  void everySystemHasItsAxisOrder(String crs, double first, double second, double tolerance) {
    HttpResponse<String> response = get(PLOTS + "?limit=1&crs=" + CRS + crs);
    assertThat(header(response, "Content-Crs")).isEqualTo("<" + CRS + crs + ">");
    JsonNode corner = json(response).at("/features/0/geometry/coordinates/0/0/0");
    assertThat(corner.get(0).asDouble()).isCloseTo(first, within(tolerance));
    assertThat(corner.get(1).asDouble()).isCloseTo(second, within(tolerance));
    double size = tolerance < 0.001 ? 0.0001 : 10;
    String box =
        "%s,%s,%s,%s".formatted(first + size, second + size, first + 2 * size, second + 2 * size);
    JsonNode found = json(PLOTS + "?bbox=" + box + "&bbox-crs=" + CRS + crs);
    assertThat(found.get("numberMatched").asInt()).isEqualTo(1);
    assertThat(found.at("/features/0/id").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OGC/1.3/CRS84 | 30.5763,114.0001,30.577,114.0002 | 114.0001,30.5763,114.0002,30.577",
        "EPSG/0/4490 | 114.0001,30.5763,114.0002,30.577 | 30.5763,114.0001,30.577,114.0002",
        "EPSG/0/4547 | 500010,3384010,500120,3384020 | 3384010,500010,3384020,500120",
        "EPSG/0/4526 | 38500010,3384010,38500120,3384020 | 3384010,38500010,3384020,38500120"
      })
  void aBoxInTheWrongAxisOrderIsNoticed(String crs, String wrong, String right) {
    String rest = "&bbox-crs=" + CRS + crs;
    HttpResponse<String> response = get(PLOTS + "?bbox=" + wrong + rest, "Accept-Language", "en");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo("bbox");
    assertThat(json(response).get("detail").asString()).contains("did you mean " + right + "?");
    assertThat(json(PLOTS + "?bbox=" + right + rest).get("numberMatched").asInt()).isPositive();
  }

  @Test
  void aBoxThatIsMerelyElsewhereIsEmpty() {
    String own = "&bbox-crs=" + CRS + "EPSG/0/4547";
    assertThat(
            json(PLOTS + "?bbox=3000000,500000,3000010,500010" + own).get("numberMatched").asInt())
        .isZero();
    assertThat(json(PLOTS + "?bbox=10,10,11,11").get("numberMatched").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"crs, EPSG/0/4548", "bbox-crs, EPSG/0/2000", "crs, EPSG/0/999999"})
  void aSystemThatIsNotOffered(String parameter, String crs) {
    HttpResponse<String> response = get(PLOTS + "?" + parameter + "=" + CRS + crs);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("expected").asString()).contains(Crs.CRS84.uri());
  }
}
