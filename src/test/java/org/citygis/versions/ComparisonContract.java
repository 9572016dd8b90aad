package org.citygis.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.citygis.CityGis;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.Action;
import org.citygis.security.SignedIn;
import org.citygis.security.User;
import org.citygis.storage.TableComparison;
import org.citygis.testing.Publishing;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Comparing versions, on both databases; areas are those of squares of a hundred metres. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.sample-data=no-such-folder")
abstract class ComparisonContract {
  private static final String PASSWORD = "Correct-horse-7";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Layers layers;
  @Autowired TableComparison tables;
  @Autowired JdbcClient jdbc;
  private Publishing publisher;
  private Publishing planner;
  private final String layer = "l" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) throws java.io.IOException {
    Path folder = Files.createTempDirectory("citygis-comparison-test");
    folder.toFile().deleteOnExit();
    registry.add("citygis.data", folder::toString);
  }

  @BeforeEach
  void open() {
    List.of("publisher", "planner").forEach(name -> SignedIn.setPassword(context, name, PASSWORD));
    publisher = new Publishing(port, "publisher", PASSWORD);
    planner = new Publishing(port, "planner", PASSWORD);
  }

  /** A piece of the strip north of the origin, from one easting to another, in EPSG:4547. */
  private static String piece(String number, String use, int west, int east) {
    return """
        {"type":"Feature","properties":{"no":"%s","use":"%s"},"geometry":{"type":"Polygon",
         "coordinates":[[[%3$d,3384000],[%4$d,3384000],[%4$d,3384100],[%3$d,3384100],[%3$d,3384000]]]}}"""
        .formatted(number, use, 500_000 + west, 500_000 + east);
  }

  private void publish(String more, String... features) {
    String file =
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    JsonNode job =
        publisher.published(
            publisher.send(file),
            """
            {"layer":"%s","title":{"zh":"用地","en":"Land"},"visibility":"staff",
             "crs":"EPSG:4547"%s}"""
                .formatted(layer, more));
    assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
  }

  private void twoVersions(String more) {
    publish(
        more,
        piece("P1", "R", 0, 100),
        piece("P2", "R", 100, 200),
        piece("P3", "G", 200, 300),
        piece("P5", "B", 600, 700));
    publish(
        "",
        piece("P1", "R", 0, 100),
        piece("P2", "B", 100, 200),
        piece("P3", "G", 200, 250),
        piece("P4", "R", 250, 300),
        piece("P6", "G", 400, 500));
  }

  private JsonNode compared(String json) {
    JsonNode job =
        publisher.ended(publisher.call("POST", "/api/layers/" + layer + "/comparisons", json));
    assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
    return job;
  }

  private List<String> numbers(JsonNode job, String kind) {
    JsonNode features =
        publisher
            .get(
                "/api/layers/%s/comparisons/%s/features?kind=%s"
                    .formatted(layer, job.get("id").asString(), kind))
            .get("features");
    List<String> numbers = new ArrayList<>();
    features.forEach(feature -> numbers.add(feature.at("/properties/no").asString()));
    return numbers;
  }

  @Test
  void featuresAreComparedByTheirKeyAndGroundByItsClass() {
    twoVersions(",\"key\":\"no\"");
    JsonNode job = compared("{\"from\":1,\"to\":2,\"classes\":\"use\"}");
    JsonNode result = job.get("result");
    assertThat(result.get("by").asString()).isEqualTo("key");
    assertThat(result.get("added").asInt()).isEqualTo(2);
    assertThat(result.get("removed").asInt()).isEqualTo(1);
    assertThat(result.get("changed").asInt()).isEqualTo(2);
    assertThat(result.get("unchanged").asInt()).isEqualTo(1);
    assertThat(result.get("changed_fields").toString()).isEqualTo("{\"use\":1,\"geom\":1}");
    JsonNode matrix = result.get("matrix");
    assertThat(matrix.at("/rows/0/code").asString()).isEqualTo("B");
    assertThat(matrix.get("areas").toString())
        .isEqualTo("[[0.0,0.0,0.0],[0.0,5000.0,5000.0],[10000.0,0.0,10000.0]]");
    assertThat(matrix.get("to_nothing").toString()).isEqualTo("[10000.0,0.0,0.0]");
    assertThat(matrix.get("from_nothing").toString()).isEqualTo("[0.0,10000.0,0.0]");
    assertThat(matrix.get("row_totals").toString()).isEqualTo("[10000.0,10000.0,20000.0]");
    assertThat(matrix.get("column_totals").toString()).isEqualTo("[10000.0,15000.0,15000.0]");
    assertThat(matrix.get("overlapping").asBoolean()).isFalse();
    assertThat(numbers(job, "added")).containsExactly("P4", "P6");
    assertThat(numbers(job, "removed")).containsExactly("P5");
    assertThat(numbers(job, "changed")).containsExactly("P2", "P3");
  }

  @Test
  void withoutKeyTheirContentTells() {
    twoVersions("");
    JsonNode job = compared("{\"from\":1,\"to\":2}");
    JsonNode result = job.get("result");
    assertThat(result.get("by").asString()).isEqualTo("content");
    assertThat(result.get("added").asInt()).isEqualTo(4);
    assertThat(result.get("removed").asInt()).isEqualTo(3);
    assertThat(result.get("unchanged").asInt()).isEqualTo(1);
    assertThat(result.get("matrix").isNull()).isTrue();
    assertThat(numbers(job, "removed")).containsExactly("P2", "P3", "P5");
    assertThat(numbers(job, "changed")).isEmpty();
    JsonNode back = compared("{\"from\":2,\"to\":1,\"key\":\"no\"}").get("result");
    assertThat(back.get("added").asInt()).isEqualTo(1);
    assertThat(back.get("removed").asInt()).isEqualTo(2);
  }

  @Test
  void versionsThatTookOverTheirRowsShareFids() {
    publish("", piece("P1", "R", 0, 100));
    publish(",\"mode\":\"append\"", piece("P2", "G", 100, 200));
    publish(",\"mode\":\"upsert\",\"key\":\"no\"", piece("P1", "B", 0, 100));
    JsonNode result = compared("{\"from\":1,\"to\":3,\"classes\":\"use\"}").get("result");
    assertThat(result.get("by").asString()).isEqualTo("fid");
    assertThat(result.get("added").asInt()).isEqualTo(1);
    assertThat(result.get("changed").asInt()).isEqualTo(1);
    assertThat(result.at("/matrix/areas").toString()).isEqualTo("[[10000.0,0.0]]");
    assertThat(result.at("/matrix/from_nothing").toString()).isEqualTo("[0.0,10000.0]");
  }

  @Test
  void onlyWhoMayPublishCompares() {
    twoVersions("");
    String path = "/api/layers/" + layer + "/comparisons";
    assertThat(planner.call("POST", path, "{\"from\":1,\"to\":2}").statusCode()).isEqualTo(403);
    assertThat(publisher.call("POST", path, "{\"from\":1,\"to\":9}").statusCode()).isEqualTo(400);
    assertThat(publisher.call("POST", path, "{\"from\":1,\"to\":2,\"classes\":\"x\"}").statusCode())
        .isEqualTo(400);
    String job = compared("{\"from\":1,\"to\":2}").get("id").asString();
    String features = path + "/" + job + "/features?kind=";
    assertThat(planner.call("GET", features + "added", null).statusCode()).isIn(403, 404);
    assertThat(publisher.call("GET", features + "moved", null).statusCode()).isEqualTo(400);
    assertThat(
            Visitor.json(publisher.call("GET", features + "added&limit=1", null))
                .get("truncated")
                .asBoolean())
        .isTrue();
  }

  @Test
  void whoReadsShapesMayWriteHowFarHeIs() {
    twoVersions("");
    OpenLayer open = layers.open(User.SYSTEM, layer, Action.VIEW);
    List<LayerVersion> versions = layers.versions(open);
    int[] shapes = {0};
    tables.readShapes(
        versions.get(1).table(),
        versions.get(0).table(),
        "use",
        (digest, older, value, ewkb) -> {
          shapes[0]++;
          jdbc.sql("UPDATE citygis.job SET done = done").update();
        });
    assertThat(shapes[0]).isEqualTo(9);
  }
}
