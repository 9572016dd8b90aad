package org.citygis.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.VersionNotes;
import org.citygis.catalog.Visibility;
import org.citygis.geo.Crs;
import org.citygis.security.User;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.style.Style;
import org.citygis.style.Styles;
import org.citygis.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tiles over HTTP, on both databases. */
@SpringBootTest(
    classes = TilesContract.MapServices.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.security.admin-password=" + TilesContract.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TilesContract {
  static final String PASSWORD = "Tile-by-tile-7";

  @Configuration
  @EnableAutoConfiguration
  @ComponentScan(
      value = {
        "org.citygis.web",
        "org.citygis.security",
        "org.citygis.audit",
        "org.citygis.storage",
        "org.citygis.catalog",
        "org.citygis.style",
        "org.citygis.history",
        "org.citygis.packed",
        "org.citygis.tiles"
      },
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Contract.*"))
  @ConfigurationPropertiesScan({
    "org.citygis.security",
    "org.citygis.storage",
    "org.citygis.packed",
    "org.citygis.tiles"
  })
  static class MapServices {}

  @Autowired Layers layers;
  @Autowired FeatureStore store;
  @Autowired Styles styles;
  @LocalServerPort int port;

  private final GeometryFactory factory = new GeometryFactory();
  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void publish() {
    // A plot of 200 m by 100 m, and one of 8 m by 8 m beside it.
    publish(
        definition("plots", Visibility.PUBLIC),
        List.of(
            factory.toGeometry(new Envelope(440_000, 440_200, 3_385_000, 3_385_100)),
            factory.toGeometry(new Envelope(440_300, 440_308, 3_385_000, 3_385_008))));
    publish(
        definition("secrets", Visibility.STAFF),
        List.of(factory.toGeometry(new Envelope(440_000, 440_200, 3_385_000, 3_385_100))));
  }

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

  private void publish(LayerDefinition definition, List<Geometry> shapes) {
    List<Column> columns =
        definition.fields().stream().map(f -> new Column(f.name(), f.type())).toList();
    FeatureTable table =
        new FeatureTable(
            definition.id(),
            layers.reserveVersion(definition.id()),
            new GeometryColumn(GeometryColumn.Type.MULTIPOLYGON, Crs.epsg(4547)),
            columns);
    try (FeatureLoad load = store.load(table)) {
      long fid = 1;
      for (Geometry shape : shapes) {
        load.add(
            fid,
            shape,
            Arrays.asList(
                "R2",
                "地块" + fid,
                2.5,
                java.time.LocalDate.of(2020, 5, 1),
                java.time.Instant.parse("2026-01-31T00:15:00Z"),
                "某甲"));
        fid++;
      }
      layers.publish(definition, load, VersionNotes.of(User.SYSTEM, "test"));
    }
  }

  private static LayerDefinition definition(String id, Visibility visibility) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        new Field("code", "code", Text.of("代码", "Code"), ColumnType.TEXT, null, null, false));
    fields.add(
        new Field("name", "name", Text.of("名称", "Name"), ColumnType.TEXT, null, null, false));
    fields.add(
        new Field(
            "far",
            "far",
            Text.of("容积率", "Floor area ratio"),
            ColumnType.NUMBER,
            null,
            null,
            false));
    fields.add(
        new Field("built", "built", Text.of("建成", "Built"), ColumnType.DATE, null, null, false));
    fields.add(
        new Field("seen", "seen", Text.of("查看", "Seen"), ColumnType.DATETIME, null, null, false));
    fields.add(
        new Field("owner", "owner", Text.of("业主", "Owner"), ColumnType.TEXT, null, null, true));
    return new LayerDefinition(
        id,
        Text.same(id),
        Text.same(id),
        "land",
        GeometryKind.POLYGON,
        null,
        "zoning",
        visibility,
        new LayerDefinition.ZoomRange(10, 22),
        null,
        null,
        50,
        false,
        null,
        List.of(),
        null,
        false,
        null,
        fields);
  }

  private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path)).header("Accept-Encoding", "gzip");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private JsonNode json(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).build();
    return JsonMapper.builder()
        .build()
        .readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static byte[] unzip(byte[] gzip) throws Exception {
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return zip.readAllBytes();
    }
  }
}
