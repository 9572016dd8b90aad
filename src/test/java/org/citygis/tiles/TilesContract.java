package org.citygis.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Field;
import org.citygis.catalog.Layer;
import org.citygis.style.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tiles over HTTP, on both databases. */
abstract class TilesContract extends TileServices {

  /**
   * PROJ: echo "440000 3385100" | gdaltransform -s_srs EPSG:4547 -t_srs EPSG:3857, laid on the tile
   * by hand.
   */
  @Test
  void aPlotComesOutWhereProjPutsIt() throws Exception {
    DecodedTile tile = DecodedTile.of(unzip(get("/tiles/plots/14/13351/6728.mvt").body()));
    assertThat(tile.layer()).isEqualTo("plots");
    DecodedTile.Feature plot =
        tile.features().stream()
            .filter(f -> Long.valueOf(1).equals(f.id()))
            .findFirst()
            .orElseThrow();
    assertThat(plot.text()).isEqualTo("3268 3526, 3266 3330, 3655 3328, 3656 3524, 3268 3526");
    assertThat(plot.properties())
        .isEqualTo(
            Map.of(
                "code",
                "R2",
                "name",
                "地块1",
                "far",
                2.5,
                "built",
                "2020-05-01",
                "seen",
                "2026-01-31T00:15:00Z"));
  }

  @Test
  void lowZoomCarriesWhatDrawingLooksAtAndSmallPlotsBecomePixels() throws Exception {
    DecodedTile tile = DecodedTile.of(unzip(get("/tiles/plots/12/3337/1682.mvt").body()));
    assertThat(tile.features()).hasSize(2);
    assertThat(tile.features().get(0).id()).isNull();
    assertThat(tile.features().get(0).area()).isEqualTo(64);
    assertThat(tile.features())
        .allSatisfy(f -> assertThat(f.properties().keySet()).isSubsetOf("code", "block_no"));
  }

  @Test
  void anAnswerIsCompressedCacheableAndTagged() throws Exception {
    HttpResponse<byte[]> plain = get("/tiles/plots/14/13351/6728.mvt");
    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(plain.headers().firstValue("Content-Type"))
        .hasValue("application/vnd.mapbox-vector-tile");
    assertThat(plain.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(plain.headers().firstValue("Cache-Control")).hasValue("no-cache, public");
    String version =
        json("/tiles/plots.json").get("tiles").get(0).asString().replaceFirst(".*v=", "");
    assertThat(
            get("/tiles/plots/14/13351/6728.mvt?v=" + version)
                .headers()
                .firstValue("Cache-Control"))
        .hasValue("max-age=3600, public");
    String etag = plain.headers().firstValue("ETag").orElseThrow();
    assertThat(get("/tiles/plots/14/13351/6728.mvt", "If-None-Match", etag).statusCode())
        .isEqualTo(304);
    assertThat(get("/tiles/plots/14/13351/6728.mvt").headers().firstValue("Set-Cookie")).isEmpty();

    layers.touched("plots");

    HttpResponse<byte[]> changed = get("/tiles/plots/14/13351/6728.mvt", "If-None-Match", etag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag"))
        .isNotEqualTo(plain.headers().firstValue("ETag"));
  }

  @Test
  void aClientWithoutGzipGetsPlainBytes() throws Exception {
    HttpResponse<byte[]> zipped = get("/tiles/plots/14/13351/6728.mvt");
    HttpResponse<byte[]> plain =
        http.send(
            HttpRequest.newBuilder(uri("/tiles/plots/14/13351/6728.mvt")).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(plain.body()).isEqualTo(unzip(zipped.body()));
  }

  @ParameterizedTest
  @CsvSource({
    "/tiles/plots/14/13300/6728.mvt, 204",
    "/tiles/plots/14/1/1.mvt, 204",
    "/tiles/plots/8/208/105.mvt, 404",
    "/tiles/plots/23/1/1.mvt, 404",
    "/tiles/plots/31/1/1.mvt, 400",
    "/tiles/plots/-1/0/0.mvt, 400",
    "/tiles/plots/14/16384/1.mvt, 400",
    "/tiles/plots/14/1/-1.mvt, 400",
    "/tiles/plots/14/NaN/1.mvt, 400",
    "/tiles/plots/14/99999999999/1.mvt, 400",
    "/tiles/nowhere/14/1/1.mvt, 404",
    "/tiles/nowhere.json, 404",
    "/tiles/secrets/14/13351/6728.mvt, 404",
    "/tiles/secrets.json, 404"
  })
  void whatCannotBeAnsweredSaysWhy(String path, int status) throws Exception {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status >= 400) {
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      JsonNode problem = JsonMapper.builder().build().readTree(answer.body());
      assertThat(problem.get("status").asInt()).isEqualTo(status);
      assertThat(problem.has("parameter")).isTrue();
    }
  }

  @Test
  void ogrinfoReadsATileFromItsAddress() throws Exception {
    Process ogrinfo =
        new ProcessBuilder(
                "ogrinfo",
                "-ro",
                "-al",
                "MVT:http://localhost:" + port + "/tiles/plots/14/13351/6728.mvt")
            .redirectErrorStream(true)
            .start();
    String output = new String(ogrinfo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output)
        .contains("Layer name: plots", "Feature Count: 2", "地块1", "12620787.")
        .doesNotContain("Warning", "ERROR");
  }

  @Test
  void aStaffLayerIsForStaffAndForNoSharedCache() throws Exception {
    String basic =
        "Basic "
            + Base64.getEncoder()
                .encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    HttpResponse<byte[]> answer = get("/tiles/secrets/14/13351/6728.mvt", "Authorization", basic);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValueSatisfying(v -> assertThat(v).contains("private"));
  }

  @Test
  void hiddenFieldsAreNeitherInTilesNorInTheirDescription() throws Exception {
    String tile =
        new String(unzip(get("/tiles/plots/14/13351/6728.mvt").body()), StandardCharsets.UTF_8);
    assertThat(tile).contains("地块1").doesNotContain("owner").doesNotContain("某甲");
    assertThat(json("/tiles/plots.json").get("vector_layers").get(0).get("fields").has("owner"))
        .isFalse();
  }

  @Test
  void everyDeclaredLayerHasAStyleThatSpeaksOfItsFieldsAndIsWhollySupported() {
    assertThat(layers.all()).hasSizeGreaterThan(20);
    for (Layer layer : layers.all()) {
      if (layer.version() == null) {
        Style style = styles.get(layer.definition().style());
        List<String> fields = layer.definition().fields().stream().map(Field::name).toList();
        assertThat(style.unsupported()).as(style.id()).isEmpty();
        assertThat(fields).as(style.id()).containsAll(style.fields());
      }
    }
  }

  @Test
  void tileJsonTellsEverythingAClientNeeds() throws Exception {
    JsonNode json = json("/tiles/plots.json?lang=en");
    assertThat(json.get("tilejson").asString()).isEqualTo("3.0.0");
    assertThat(json.get("name").asString()).isEqualTo("plots");
    assertThat(json.get("minzoom").asInt()).isEqualTo(10);
    assertThat(json.get("maxzoom").asInt()).isEqualTo(22);
    assertThat(json.get("tiles").get(0).asString())
        .startsWith("http://localhost:" + port + "/tiles/plots/{z}/{x}/{y}.mvt?v=");
    assertThat(json.get("bounds").get(0).asDouble()).isBetween(113.3, 113.4);
    JsonNode layer = json.get("vector_layers").get(0);
    assertThat(layer.get("id").asString()).isEqualTo("plots");
    assertThat(layer.get("fields").propertyNames())
        .containsExactlyInAnyOrder("code", "name", "far", "built", "seen");
  }
}
