package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.citygis.CityGis;
import org.citygis.catalog.Layers;
import org.citygis.geo.Crs;
import org.citygis.geo.LonLat;
import org.citygis.geo.MapShift;
import org.citygis.geo.Reprojection;
import org.citygis.security.SignedIn;
import org.citygis.storage.FeatureStore;
import org.citygis.testing.DeclaredLayer;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The doctor over HTTP, and against layers of the catalogue, on both databases. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.sample-data=no-such-folder")
abstract class DoctorContract {
  private static final String PASSWORD = "Correct-horse-7";
  private static final String REFERENCE = "fire_stations";
  private static final int STATIONS = 300;

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Layers layers;
  @Autowired FeatureStore store;
  private final List<String> made = new ArrayList<>();
  private Visitor visitor;

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) throws IOException {
    Path folder = Files.createTempDirectory("citygis-doctor-test");
    registry.add("citygis.data", folder::toString);
  }

  @BeforeEach
  void open() {
    visitor = new Visitor(port);
    List.of("publisher", "planner").forEach(name -> SignedIn.setPassword(context, name, PASSWORD));
    if (layers.all().stream()
        .noneMatch(layer -> layer.id().equals(REFERENCE) && layer.version() != null)) {
      DeclaredLayer.publish(
          layers,
          store,
          REFERENCE,
          stations().stream().map(at -> new DeclaredLayer.Row(at, Map.of("name", "x"))).toList());
    }
  }

  @AfterEach
  void forget() {
    made.forEach(id -> call("publisher", "DELETE", "/api/imports/" + id, null));
  }

  private static List<LonLat> stations() {
    Random random = new Random(1);
    List<LonLat> places = new ArrayList<>();
    for (int i = 0; i < STATIONS; i++) {
      places.add(
          new LonLat(113.38 + random.nextDouble() * 0.03, 30.56 + random.nextDouble() * 0.03));
    }
    return places;
  }

  /** The stations as somebody sends them who took them from a map service. */
  private static String shifted(MapShift shift, Crs crs) {
    return stations().stream()
        .map(
            at -> {
              double[] place = {at.lon(), at.lat()};
              if (shift != null) {
                shift.apply(place, 1);
              }
              Coordinate there = Reprojection.between(Crs.CRS84, crs).apply(place[0], place[1]);
              return feature(there.x, there.y, "\"kind\":\"special\"");
            })
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  private static String feature(double x, double y, String properties) {
    return String.format(
        Locale.ROOT,
        "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"Point\",\"coordinates\":[%.9f,%.9f]}}",
        properties,
        x,
        y);
  }

  private HttpResponse<String> call(String user, String method, String path, String json) {
    return visitor.send(
        visitor.request(method, path, json).header("Authorization", Visitor.basic(user, PASSWORD)));
  }

  private HttpResponse<String> upload(String content, Map<String, String> parameters) {
    StringBuilder body = new StringBuilder();
    String part = "--x\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
    parameters.forEach((name, value) -> body.append(part.formatted(name, "", value)));
    body.append(part.formatted("file", "; filename=\"x.geojson\"", content)).append("--x--\r\n");
    return visitor.send(
        visitor
            .request("POST", "/api/imports", null)
            .header("Authorization", Visitor.basic("publisher", PASSWORD))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8)));
  }

  private JsonNode examined(String content, Map<String, String> parameters) {
    HttpResponse<String> answer = upload(content, parameters);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode imported = Visitor.json(answer);
    made.add(imported.get("id").asString());
    return imported;
  }

  @ParameterizedTest
  @CsvSource({
    "GCJ_02, OGC:CRS84, gcj02",
    "BD_09, OGC:CRS84, bd09",
    "GCJ_02, EPSG:4547, gcj02",
    ", EPSG:4547, "
  })
  void aShiftIsSuspectedByALayerOfTheCatalogueAndTakenBackOnDemand(
      MapShift shift, String crs, String suspect) {
    String content = shifted(shift, Crs.parse("crs", crs));
    JsonNode found =
        examined(content, Map.of("reference", REFERENCE, "crs", crs))
            .at("/report/datasets/0/shift");
    assertThat(found.get("suspect").asString(null)).isEqualTo(suspect);
    assertThat(found.get("reference").asString()).isEqualTo(REFERENCE);
    if (suspect != null) {
      assertThat(found.get("offset_metres").asDouble()).isBetween(300.0, 1500.0);
      assertThat(found.get("pairs").size()).isBetween(8, 50);
      JsonNode again =
          examined(content, Map.of("reference", REFERENCE, "crs", crs, "shift", suspect));
      JsonNode dataset = again.at("/report/datasets/0");
      assertThat(dataset.at("/shift/suspect").isNull()).isTrue();
      assertThat(dataset.at("/shift/corrected").asString()).isEqualTo(suspect);
      assertThat(dataset.at("/extent/0").asDouble()).isCloseTo(113.38, within(0.001));
    }
  }

  @Test
  void whoMayNotSeeALayerMayNotCompareWithIt() {
    assertThat(upload(shifted(null, Crs.CRS84), Map.of("reference", "no_such")).statusCode())
        .isEqualTo(404);
    assertThat(upload(shifted(null, Crs.CRS84), Map.of("shift", "wgs")).body())
        .contains("gcj02, bd09");
  }

  @Test
  void aFileBeyondTheReachOfTheReferenceLayerIsComparedWithNothing() {
    JsonNode shift =
        examined(feature(-0.1, 51.5, "\"a\":1"), Map.of("reference", REFERENCE))
            .at("/report/datasets/0/shift");
    assertThat(shift.get("suspect").isNull()).isTrue();
    assertThat(shift.get("confidence").asDouble()).isZero();
  }

  @Test
  void theFaultsComeAsATableAMapAndAPage() {
    String content =
        """
        {"type":"FeatureCollection","features":[%s,%s,%s]}
        """
            .formatted(
                feature(
                    113.39, 30.57, "\"name\":\"=cmd()\",\"kind\":\"castle\",\"vehicles\":\"many\""),
                feature(113.39, 30.57, "\"name\":\"b\",\"kind\":\"special\",\"vehicles\":3"),
                feature(100, 20, "\"name\":\"=cmd()\",\"kind\":\"fort\",\"vehicles\":4"));
    JsonNode imported = examined(content, Map.of("layer", REFERENCE, "key", "name"));
    JsonNode dataset = imported.at("/report/datasets/0");
    assertThat(dataset.at("/codes/0/violations").size()).isEqualTo(2);
    assertThat(dataset.at("/keys/0/duplicates").asInt()).isEqualTo(1);
    assertThat(dataset.at("/faulty_rows").asInt()).isEqualTo(2);
    assertThat(dataset.at("/shapes/outside").asInt()).isEqualTo(1);

    String path = "/api/imports/" + imported.get("id").asString();
    HttpResponse<String> csv =
        call("publisher", "GET", path + "/datasets/0/faults.csv?lang=en", null);
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.body())
        .startsWith("\uFEFFrow,code")
        .contains("value-unparsed", "code-unknown", "key-duplicate", "'=cmd()")
        .doesNotContain(",=cmd()");
    assertThat(csv.body().lines().count()).isEqualTo(1 + dataset.get("faults").asInt());
    assertThat(call("publisher", "GET", path + "/datasets/0/faults.csv?lang=zh", null).body())
        .startsWith("\uFEFF行号,代码");

    JsonNode map =
        Visitor.json(call("publisher", "GET", path + "/datasets/0/faults.geojson", null));
    assertThat(map.at("/features/0/geometry/coordinates/0").asDouble()).isBetween(100.0, 114.0);

    HttpResponse<String> page = call("publisher", "GET", path + "/report.html?lang=en", null);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("'none'");
    assertThat(page.body()).contains("castle", "It can be imported, but 2 of 3 rows");
    assertThat(call("planner", "GET", path + "/report.html", null).statusCode()).isEqualTo(404);
    assertThat(call("publisher", "GET", path + "/datasets/7/faults.csv", null).statusCode())
        .isEqualTo(400);
  }

  @Test
  void exchangedAxesAreNoticedAndTheOfferedSystemPutsThemRight() {
    Coordinate at = Reprojection.between(Crs.CRS84, Crs.epsg(4547)).apply(113.39, 30.57);
    String content = feature(at.y, at.x, "\"a\":1");
    JsonNode dataset = examined(content, Map.of("crs", "EPSG:4547")).at("/report/datasets/0");
    assertThat(dataset.at("/crs/swapped").asBoolean()).isTrue();
    String offered = dataset.at("/crs/candidates/1/code").asString();
    assertThat(offered).isEqualTo("EPSG:4547;axes=yx");
    JsonNode right = examined(content, Map.of("crs", offered)).at("/report/datasets/0");
    assertThat(right.at("/crs/code").asString()).isEqualTo(offered);
    assertThat(right.at("/crs/swapped").asBoolean()).isFalse();
    assertThat(right.at("/extent/0").asDouble()).isCloseTo(113.39, within(1e-6));
    assertThat(right.at("/extent/1").asDouble()).isCloseTo(30.57, within(1e-6));
  }
}
