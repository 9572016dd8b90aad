package org.citygis.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OGC API Tiles and archives over HTTP. */
abstract class OgcTilesContract extends TileServices {
  private static final String PLOTS = "/ogc/collections/plots/tiles";

  @Test
  void rowsComeBeforeColumnsAndTheTileIsTheSameAsInTheXyzScheme() throws Exception {
    HttpResponse<byte[]> xyz = get("/tiles/plots/14/13351/6728.mvt");
    HttpResponse<byte[]> ogc = get(PLOTS + "/WebMercatorQuad/14/6728/13351");
    assertThat(ogc.statusCode()).isEqualTo(200);
    assertThat(ogc.body()).isEqualTo(xyz.body());
    assertThat(ogc.headers().firstValue("ETag")).isEqualTo(xyz.headers().firstValue("ETag"));
    assertThat(ogc.headers().firstValue("Cache-Control")).hasValue("no-cache, public");
    String tag = ogc.headers().firstValue("ETag").orElseThrow();
    assertThat(get(PLOTS + "/WebMercatorQuad/14/6728/13351", "If-None-Match", tag).statusCode())
        .isEqualTo(304);
  }

  /** A degree is as long either way in this set: a tile of zoom 14 is 360/2^14 degrees wide. */
  @Test
  void tilesInDegreesOfCgcs2000LieWhereTheirMatrixSays() throws Exception {
    JsonNode bbox = json("/tiles/plots.json").get("bounds");
    double west = bbox.get(0).asDouble();
    double north = bbox.get(3).asDouble();
    double side = 360.0 / (1 << 14);
    int column = (int) ((west + 180) / side);
    int row = (int) ((90 - north) / side);
    byte[] tile = unzip(get(PLOTS + "/CGCS2000Quad/14/" + row + "/" + column).body());
    List<int[]> ring = DecodedTile.of(tile).features().get(0).parts().get(0);
    int minX = ring.stream().mapToInt(p -> p[0]).min().orElseThrow();
    int minY = ring.stream().mapToInt(p -> p[1]).min().orElseThrow();
    assertThat(minX)
        .isBetween(
            (int) (((west + 180) / side - column) * 4096) - 2,
            (int) (((west + 180) / side - column) * 4096) + 3);
    assertThat(minY)
        .isBetween(
            (int) (((90 - north) / side - row) * 4096) - 2,
            (int) (((90 - north) / side - row) * 4096) + 3);
  }

  @Test
  void aTileSetSaysWhatItHasAndWhere() throws Exception {
    JsonNode list = json(PLOTS);
    assertThat(list.get("tilesets").valueStream().map(t -> t.get("crs").asString()))
        .containsExactly(
            "http://www.opengis.net/def/crs/EPSG/0/3857",
            "http://www.opengis.net/def/crs/EPSG/0/4490");
    JsonNode set = json(PLOTS + "/WebMercatorQuad?f=json");
    assertThat(set.get("dataType").asString()).isEqualTo("vector");
    assertThat(set.get("layers").get(0).get("id").asString()).isEqualTo("plots");
    assertThat(set.get("layers").get(0).at("/propertiesSchema/properties").propertyNames())
        .contains("code", "far")
        .doesNotContain("owner");
    JsonNode limits = set.get("tileMatrixSetLimits");
    assertThat(limits.get(0).get("tileMatrix").asString()).isEqualTo("9");
    JsonNode at14 =
        limits
            .valueStream()
            .filter(l -> l.get("tileMatrix").asString().equals("14"))
            .findFirst()
            .orElseThrow();
    assertThat(at14.get("minTileRow").asInt()).isLessThanOrEqualTo(6728);
    assertThat(at14.get("maxTileCol").asInt()).isGreaterThanOrEqualTo(13351);
    JsonNode item =
        set.get("links")
            .valueStream()
            .filter(l -> l.get("rel").asString().equals("item"))
            .findFirst()
            .orElseThrow();
    assertThat(item.get("templated").asBoolean()).isTrue();
    assertThat(item.get("href").asString()).endsWith("/{tileMatrix}/{tileRow}/{tileCol}");
    JsonNode matrices = json("/ogc/tileMatrixSets/WebMercatorQuad").get("tileMatrices");
    assertThat(matrices.get(0).get("scaleDenominator").asDouble())
        .isBetween(559082264.02, 559082264.04);
    assertThat(json("/ogc/tileMatrixSets/CGCS2000Quad").get("orderedAxes").get(0).asString())
        .isEqualTo("Lat");
  }

  @Test
  void severalLayersComeInOneTileAndSecretOnesForStaffOnly() throws Exception {
    String path = "/ogc/tiles/WebMercatorQuad/14/6728/13351?collections=";
    byte[] one = unzip(get(path + "plots").body());
    assertThat(DecodedTile.of(one).layer()).isEqualTo("plots");
    assertThat(get(path + "plots,secrets").statusCode()).isEqualTo(404);
    HttpResponse<byte[]> staff = get(path + "plots,secrets", "Authorization", basic());
    assertThat(staff.statusCode()).isEqualTo(200);
    String both = new String(unzip(staff.body()), StandardCharsets.ISO_8859_1);
    assertThat(both).contains("plots", "secrets");
    assertThat(staff.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(v -> assertThat(v).contains("private"));
    assertThat(json("/ogc/tiles").get("tilesets")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "WebMercatorQuad/14/0/0, 404",
    "WebMercatorQuad/8/105/208, 404",
    "WebMercatorQuad/31/0/0, 400",
    "WebMercatorQuad/NaN/0/0, 400",
    "WebMercatorQuad/14/-1/0, 400",
    "WebMercatorQuad/14/6728/1e3, 400",
    "WebMercatorQuad/14/99999999999/0, 400",
    "CGCS2000Quad/0/0/0, 400",
    "MarsQuad/14/6728/13351, 404",
    "WebMercatorQuad/14/6728/13351?style=x, 400"
  })
  void whatCannotBeAnsweredSaysWhy(String tile, int status) throws Exception {
    HttpResponse<byte[]> answer = get(PLOTS + "/" + tile);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void noAddressOfATileMakesTheServerFail() throws Exception {
    Random random = new Random(11);
    String[] parts = {
      "0",
      "1",
      "14",
      "22",
      "24",
      "25",
      "31",
      "-1",
      "2147483647",
      "2147483648",
      "NaN",
      "1.5",
      "%00",
      "%2e%2e",
      "..",
      "a",
      "13351",
      "6728",
      "1e9",
      "0x10",
      "%F0%9F%97%BA",
      ";a=b",
      "'"
    };
    for (int i = 0; i < 400; i++) {
      String z = parts[random.nextInt(parts.length)];
      String x = parts[random.nextInt(parts.length)];
      String y = parts[random.nextInt(parts.length)];
      String path =
          random.nextBoolean()
              ? "/tiles/plots/" + z + "/" + x + "/" + y + ".mvt"
              : PLOTS + "/WebMercatorQuad/" + z + "/" + x + "/" + y;
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).as(path).isLessThan(500);
    }
  }

  /** Read by the specification of PMTiles 3, not by our writer. */
  @Test
  void anArchiveHasAllTilesOfAPublicLayer(@TempDir Path folder) throws Exception {
    HttpResponse<byte[]> answer = get("/api/layers/plots/export?f=pmtiles");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/vnd.pmtiles");
    ReadArchive archive = ReadArchive.of(answer.body());
    // The layer may be packed in between, which changes the order of features and not which.
    assertThat(properties(archive.tile(14, 13351, 6728)))
        .isNotEmpty()
        .isEqualTo(properties(unzip(get("/tiles/plots/14/13351/6728.mvt").body())));
    assertThat(properties(archive.tile(10, 834, 420)))
        .isNotEmpty()
        .isEqualTo(properties(unzip(get("/tiles/plots/10/834/420.mvt").body())));
    assertThat(archive.tile(14, 13300, 6728)).isNull();
    assertThat(archive.metadata().get("vector_layers").get(0).get("id").asString())
        .isEqualTo("plots");
    assertThat(archive.metadata().toString()).doesNotContain("owner");
    HttpResponse<byte[]> part = get("/api/layers/plots/export?f=pmtiles", "Range", "bytes=0-126");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).hasSize(127);
    assertThat(get("/api/layers/secrets/export?f=pmtiles").statusCode()).isEqualTo(404);
    assertThat(get("/api/layers/secrets/export?f=pmtiles", "Authorization", basic()).statusCode())
        .isEqualTo(403);
    if (ogrReadsArchives()) {
      Path file = Files.write(folder.resolve("plots.pmtiles"), answer.body());
      String told = ogrinfo("-al", "-so", file.toString());
      assertThat(told).contains("plots").doesNotContain("ERROR", "Warning");
    }
  }

  /** The id and the properties of each feature, sorted. */
  private static List<String> properties(byte[] tile) {
    return DecodedTile.of(tile).features().stream()
        .map(feature -> feature.id() + " " + new TreeMap<>(feature.properties()))
        .sorted()
        .toList();
  }

  @Test
  void tilesAreNumberedAsTheSpecificationSays() {
    Map<String, Long> known = new HashMap<>();
    known.put("0/0/0", 0L);
    known.put("1/0/0", 1L);
    known.put("1/0/1", 2L);
    known.put("1/1/1", 3L);
    known.put("1/1/0", 4L);
    known.put("2/0/0", 5L);
    // From the tests of the reference implementation.
    known.put("12/3423/1763", 19078479L);
    known.forEach(
        (tile, number) -> {
          String[] zxy = tile.split("/");
          assertThat(
                  Archive.number(
                      Integer.parseInt(zxy[0]), Integer.parseInt(zxy[1]), Integer.parseInt(zxy[2])))
              .as(tile)
              .isEqualTo(number);
        });
  }

  private static boolean ogrReadsArchives() throws Exception {
    return ogrinfo("--formats").contains("PMTiles");
  }

  private static String ogrinfo(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("ogrinfo"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String basic() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode parse(byte[] json) {
    return JsonMapper.builder().build().readTree(json);
  }
}
