package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.citygis.CityGis;
import org.citygis.catalog.Layers;
import org.citygis.security.SignedIn;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.Takeover;
import org.citygis.testing.Publishing;
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

/** How a file becomes a version of a layer that exists, on both databases. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"citygis.versions.keep=3", "citygis.sample-data=no-such-folder"})
abstract class ModesContract {
  private static final String PASSWORD = "Correct-horse-7";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Layers layers;
  @Autowired JdbcClient jdbc;
  @Autowired StagedSweep sweep;
  @Autowired FeatureStore store;
  private Publishing publisher;
  private Publishing planner;
  private final String layer = "l" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) throws java.io.IOException {
    Path folder = Files.createTempDirectory("citygis-modes-test");
    folder.toFile().deleteOnExit();
    registry.add("citygis.data", folder::toString);
  }

  @BeforeEach
  void open() {
    List.of("publisher", "planner").forEach(name -> SignedIn.setPassword(context, name, PASSWORD));
    publisher = new Publishing(port, "publisher", PASSWORD);
    planner = new Publishing(port, "planner", PASSWORD);
  }

  /** A square of a hundredth of a degree with a number, and what else is said of it. */
  private static String square(int number, double west, String more) {
    return square("\"no\":\"P%d\"".formatted(number) + more, west);
  }

  private static String square(String properties, double west) {
    return """
        {"type":"Feature","properties":{%s},"geometry":{"type":"Polygon","coordinates":
         [[[%2$s,30.5],[%3$s,30.5],[%3$s,30.51],[%2$s,30.51],[%2$s,30.5]]]}}"""
        .formatted(properties, west, west + 0.01);
  }

  private static String file(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private String wanted(String more) {
    return "{\"layer\":\"%s\",\"title\":{\"zh\":\"宗地\",\"en\":\"Parcels\"},\"visibility\":\"staff\"%s}"
        .formatted(layer, more);
  }

  private JsonNode done(String geoJson, String more) {
    JsonNode job = publisher.published(publisher.send(geoJson), wanted(more));
    assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
    return job.get("result");
  }

  /** The layer with P1, P2 and P3, whose key is their number. */
  private void threeParcels() {
    done(
        file(
            square(1, 113.1, ",\"use\":\"R\",\"area\":10"),
            square(2, 113.2, ",\"use\":\"R\",\"area\":20"),
            square(3, 113.3, ",\"use\":\"G\",\"area\":30")),
        ",\"key\":\"no\"");
  }

  /** Fid, number, use and area of every row. */
  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    JsonNode items =
        publisher.get("/ogc/collections/" + layer + "/items?f=json&limit=100").get("features");
    for (JsonNode item : items) {
      JsonNode values = item.get("properties");
      rows.add(
          "%s %s %s %s"
              .formatted(
                  item.get("id").asString(),
                  values.path("no").asString(),
                  values.path("use").asString("-"),
                  values.path("area").isNumber() ? values.path("area").asLong() : "-"));
    }
    return rows.stream().sorted().toList();
  }

  private static void difference(
      JsonNode result, long insert, long update, long unchanged, long delete) {
    assertThat(result.get("difference").toString())
        .isEqualTo(
            "{\"insert\":%d,\"update\":%d,\"unchanged\":%d,\"delete\":%d}"
                .formatted(insert, update, unchanged, delete));
  }

  private long tables() {
    return jdbc.sql(
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_name LIKE ? AND table_type = 'BASE TABLE'")
        .param(layer + "%")
        .query(Long.class)
        .single();
  }

  @Test
  void anAppendKeepsTheFidsThatThereAreAndNumbersOn() {
    threeParcels();
    JsonNode result =
        done(
            file(square(4, 113.4, ",\"use\":\"G\",\"area\":40"), square(5, 113.5, "")),
            ",\"mode\":\"append\"");
    difference(result, 2, 0, 3, 0);
    assertThat(result.get("count").asLong()).isEqualTo(5);
    assertThat(rows())
        .containsExactly("1 P1 R 10", "2 P2 R 20", "3 P3 G 30", "4 P4 G 40", "5 P5 - -");
    JsonNode bbox = publisher.get("/api/layers/" + layer).get("bbox");
    assertThat(bbox.get(0).asDouble()).isEqualTo(113.1, within(1e-9));
    assertThat(bbox.get(2).asDouble()).isEqualTo(113.51, within(1e-9));
  }

  @Test
  void anUpsertKeepsFidsAndTheFieldsThatTheFileLacks() {
    threeParcels();
    JsonNode result =
        done(
            file(
                square(2, 113.2, ",\"use\":\"R\""),
                square(3, 113.3, ",\"use\":\"B\""),
                square(9, 113.9, ",\"use\":\"S\"")),
            ",\"mode\":\"upsert\"");
    difference(result, 1, 1, 2, 0);
    assertThat(result.get("key").asString()).isEqualTo("no");
    assertThat(result.get("missingFields").toString()).isEqualTo("[\"area\"]");
    List<String> rows = rows();
    assertThat(rows).hasSize(4).contains("1 P1 R 10", "2 P2 R 20", "3 P3 B 30");
    assertThat(rows.getLast()).endsWith("P9 S -");
  }

  @Test
  void anUpsertRefusesKeysThatAreMissingOrTwice() {
    threeParcels();
    String twice = file(square(7, 113.7, ""), square(7, 113.8, ""), square("\"use\":\"R\"", 114));
    JsonNode job =
        publisher.published(publisher.send(twice), wanted(",\"mode\":\"upsert\",\"key\":\"no\""));
    assertThat(job.get("state").asString()).isEqualTo("failed");
    assertThat(job.at("/problem/detail/en").asString())
        .startsWith("2 rows are faulty")
        .contains("row 2: the value 'P7' of the key no belongs to another feature")
        .contains("row 3: the key no is empty");
    assertThat(rows()).hasSize(3);
    assertThat(tables()).isEqualTo(1);
    JsonNode result = done(twice, ",\"mode\":\"upsert\",\"faulty\":\"skip\"");
    difference(result, 1, 0, 3, 0);
    assertThat(result.get("skipped").asLong()).isEqualTo(2);
  }

  @Test
  void aReplacementIsComparedByKeyWhereThereIsOneAndByContentElse() {
    threeParcels();
    String next =
        file(
            square(1, 113.1, ",\"use\":\"R\",\"area\":10"),
            square(2, 113.25, ",\"use\":\"R\",\"area\":20"),
            square(8, 113.8, ",\"use\":\"G\",\"area\":80"));
    difference(done(next, ",\"mode\":\"replace\""), 1, 1, 1, 1);
    String doubled =
        file(
            square(1, 113.1, ",\"use\":\"R\",\"area\":10"),
            square(1, 113.1, ",\"use\":\"R\",\"area\":10"));
    JsonNode result = done(doubled, "");
    difference(result, 1, 0, 1, 2);
    assertThat(result.get("key").isNull()).isTrue();
    assertThat(result.get("mode").asString()).isEqualTo("replace");
  }

  @Test
  void aStagedVersionIsSeenByNobodyUntilItIsCommitted() {
    threeParcels();
    String id = publisher.send(file(square(4, 113.4, "")));
    JsonNode result =
        publisher
            .published(id, wanted(",\"mode\":\"append\",\"review\":true,\"note\":\"四月更新\""))
            .get("result");
    assertThat(result.get("staged").asBoolean()).isTrue();
    difference(result, 1, 0, 3, 0);
    assertThat(rows()).hasSize(3);
    assertThat(publisher.get("/api/layers/" + layer + "/versions").get("versions")).hasSize(1);
    assertThat(
            publisher
                .call("PUT", "/api/layers/" + layer + "/version", "{\"version\":2}")
                .statusCode())
        .isEqualTo(404);
    assertThat(planner.call("POST", "/api/imports/" + id + "/commit", "").statusCode())
        .isEqualTo(404);
    HttpResponse<String> committed = publisher.call("POST", "/api/imports/" + id + "/commit", "");
    assertThat(committed.body()).isEqualTo("{\"layer\":\"%s\",\"version\":2}".formatted(layer));
    assertThat(rows()).hasSize(4);
    assertThat(publisher.call("POST", "/api/imports/" + id + "/commit", "").statusCode())
        .isEqualTo(404);
    JsonNode version = publisher.get("/api/layers/" + layer + "/versions").at("/versions/0");
    assertThat(version.get("mode").asString()).isEqualTo("append");
    assertThat(version.get("note").asString()).isEqualTo("四月更新");
    assertThat(version.get("crs").asString()).isEqualTo("OGC:CRS84");
    assertThat(version.at("/difference/insert").asInt()).isEqualTo(1);
    assertThat(version.at("/lineage/mapping/no").asString()).isEqualTo("no");
  }

  @Test
  void aNewLayerStaysUnknownWhileItsFirstVersionIsStaged() {
    String id = publisher.send(file(square(4, 113.4, "")));
    publisher.published(id, wanted(",\"review\":true"));
    assertThat(publisher.call("GET", "/api/layers/" + layer, null).statusCode()).isEqualTo(404);
    assertThat(publisher.call("POST", "/api/imports/" + id + "/commit", "").statusCode())
        .isEqualTo(200);
    assertThat(rows()).containsExactly("1 P4 - -");
  }

  @Test
  void aCommitIsRefusedWhenTheLayerHasChangedSince() {
    threeParcels();
    String first = publisher.send(file(square(4, 113.4, "")));
    String second = publisher.send(file(square(5, 113.5, "")));
    publisher.published(first, wanted(",\"mode\":\"append\",\"review\":true"));
    publisher.published(second, wanted(",\"mode\":\"append\",\"review\":true"));
    assertThat(publisher.call("POST", "/api/imports/" + first + "/commit", "").statusCode())
        .isEqualTo(200);
    HttpResponse<String> late = publisher.call("POST", "/api/imports/" + second + "/commit", "");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("本次基于版本 1");
    String third = publisher.send(file(square(6, 113.6, "")));
    publisher.published(third, wanted(",\"mode\":\"upsert\",\"review\":true"));
    layers.touched(layer);
    HttpResponse<String> edited = publisher.call("POST", "/api/imports/" + third + "/commit", "");
    assertThat(edited.statusCode()).isEqualTo(409);
    assertThat(edited.body()).contains("有要素被修改");
  }

  @Test
  void aStagedVersionThatIsDiscardedForgottenOrTooOldLeavesNothing() {
    threeParcels();
    String discarded = publisher.send(file(square(4, 113.4, "")));
    publisher.published(discarded, wanted(",\"mode\":\"append\",\"review\":true"));
    publisher.published(discarded, wanted(",\"mode\":\"upsert\",\"review\":true"));
    assertThat(tables()).isEqualTo(2);
    String path = "/api/imports/" + discarded;
    assertThat(publisher.call("DELETE", path + "/publication", null).statusCode()).isEqualTo(204);
    assertThat(tables()).isEqualTo(1);
    publisher.published(discarded, wanted(",\"mode\":\"append\",\"review\":true"));
    assertThat(publisher.call("DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(tables()).isEqualTo(1);
    String old = publisher.send(file(square(4, 113.4, "")));
    publisher.published(old, wanted(",\"mode\":\"append\",\"review\":true"));
    jdbc.sql("UPDATE citygis.layer_version SET created_at = ? WHERE import_id = ?")
        .params(OffsetDateTime.now().minusDays(2), old)
        .update();
    sweep.sweep();
    assertThat(tables()).isEqualTo(1);
    assertThat(publisher.call("POST", "/api/imports/" + old + "/commit", "").statusCode())
        .isEqualTo(404);
  }

  /** P1 is a bow tie, P2 has no place, P3 is sound, and the area of P4 is none. */
  private static String faulty() {
    return file(
        """
        {"type":"Feature","properties":{"no":"P1","use":"=1+1","area":1},"geometry":{"type":"Polygon",
         "coordinates":[[[113,30],[113.02,30.02],[113.02,30],[113,30.02],[113,30]]]}}""",
        "{\"type\":\"Feature\",\"properties\":{\"no\":\"P2\"},\"geometry\":null}",
        square(3, 113.3, ""),
        square(4, 113.4, ",\"area\":\"viel\""));
  }

  private String csv(String id) {
    HttpResponse<String> list = publisher.call("GET", "/api/imports/" + id + "/rejected.csv", null);
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).startsWith("\uFEFF行号 Row,");
    assertThat(planner.call("GET", "/api/imports/" + id + "/rejected.csv", null).statusCode())
        .isEqualTo(404);
    return list.body();
  }

  @Test
  void faultyRowsAreKeptRefusedLeftOutOrMendedAsTheUserWants() {
    threeParcels();
    JsonNode kept = done(faulty(), ",\"mode\":\"replace\"");
    assertThat(kept.get("count").asLong()).isEqualTo(4);
    assertThat(kept.get("defects").toString()).isEqualTo("{\"value-unfit\":1}");

    String refused = publisher.send(faulty());
    JsonNode job =
        publisher.published(refused, wanted(",\"mode\":\"replace\",\"faulty\":\"reject\""));
    assertThat(job.at("/problem/detail/zh").asString()).startsWith("有 3 行有问题，文件被整体退回");
    assertThat(job.at("/problem/detail/en").asString()).contains("row 1: invalid geometry");
    assertThat(csv(refused).lines()).hasSize(4);
    assertThat(rows()).hasSize(4);

    String skipped = publisher.send(faulty());
    JsonNode result =
        publisher
            .published(skipped, wanted(",\"mode\":\"replace\",\"faulty\":\"skip\""))
            .get("result");
    assertThat(result.get("skipped").asLong()).isEqualTo(3);
    assertThat(rows()).containsExactly("3 P3 - -");
    assertThat(csv(skipped)).contains("跳过 left out", "'=1+1", "viel");

    String mended = publisher.send(faulty());
    JsonNode repaired =
        publisher
            .published(mended, wanted(",\"mode\":\"replace\",\"faulty\":\"repair\""))
            .get("result");
    assertThat(repaired.get("repaired").asLong()).isEqualTo(2);
    assertThat(repaired.get("skipped").asLong()).isEqualTo(1);
    assertThat(rows())
        .extracting(row -> row.substring(0, 4))
        .containsExactly("1 P1", "3 P3", "4 P4");
    assertThat(csv(mended)).contains("修复 repaired");
  }

  @Test
  void olderVersionsComeBackOnDemandAndTheOldestAreDropped() {
    threeParcels();
    for (int i = 4; i <= 7; i++) {
      done(file(square(i, 113.4, "")), ",\"mode\":\"append\"");
    }
    JsonNode versions = publisher.get("/api/layers/" + layer + "/versions").get("versions");
    assertThat(
            StreamSupport.stream(versions.spliterator(), false).map(v -> v.get("version").asInt()))
        .containsExactly(5, 4, 3);
    assertThat(tables()).isEqualTo(3);
    publisher.call("PUT", "/api/layers/" + layer + "/version", "{\"version\":3}");
    assertThat(rows()).hasSize(5);
    done(file(square(8, 113.4, "")), ",\"mode\":\"append\"");
    assertThat(rows()).hasSize(6);
  }

  @Test
  void whatIsAppendedIsCarriedIntoTheReferenceSystemOfTheLayer() {
    String metres =
        """
        {"type":"Feature","properties":{"no":"P1"},"geometry":{"type":"Polygon","coordinates":
         [[[500000,3384000],[500100,3384000],[500100,3384100],[500000,3384000]]]}}""";
    done(file(metres), ",\"crs\":\"EPSG:4547\",\"key\":\"no\"");
    done(file(square(2, 114.0, "")), ",\"mode\":\"append\"");
    JsonNode view = publisher.get("/api/layers/" + layer);
    assertThat(view.get("crs").asString()).isEqualTo("EPSG:4547");
    assertThat(view.at("/bbox/2").asDouble()).isEqualTo(114.01, within(1e-4));
    JsonNode version = publisher.get("/api/layers/" + layer + "/versions").at("/versions/0");
    assertThat(version.at("/lineage/crs").toString())
        .isEqualTo("{\"from\":\"OGC:CRS84\",\"to\":\"EPSG:4547\"}");
  }

  @Test
  void aShiftIsTakenBackWhenTheUserSaysSo() {
    done(file(square(1, 113.1, "")), ",\"shift\":\"gcj02\"");
    double west = publisher.get("/api/layers/" + layer).at("/bbox/0").asDouble();
    assertThat(113.1 - west).isBetween(0.003, 0.008);
    JsonNode version = publisher.get("/api/layers/" + layer + "/versions").at("/versions/0");
    assertThat(version.at("/lineage/shift").asString()).isEqualTo("gcj02");
  }

  @Test
  void wrongChoicesAreNamed() {
    threeParcels();
    String id = publisher.send(file(square(4, 113.4, "")));
    assertThat(publisher.publish(id, wanted(",\"mode\":\"merge\"")).body()).contains("merge");
    assertThat(publisher.publish(id, wanted(",\"mode\":\"create\"")).statusCode()).isEqualTo(409);
    assertThat(publisher.publish(id, wanted(",\"faulty\":\"ignore\"")).statusCode()).isEqualTo(400);
    assertThat(publisher.publish(id, wanted(",\"shift\":\"gcj\"")).statusCode()).isEqualTo(400);
    assertThat(publisher.publish(id, wanted(",\"mode\":\"upsert\",\"key\":\"nr\"")).body())
        .contains("nr");
    assertThat(publisher.publish(id, wanted(",\"mode\":\"upsert\",\"key\":\"area\"")).statusCode())
        .isEqualTo(400);
    assertThat(publisher.publish(id, wanted(",\"mapping\":{\"use\":\"nutzung\"}")).body())
        .contains("nutzung");
    assertThat(publisher.publish(id, wanted(",\"mapping\":{\"zweck\":\"no\"}")).body())
        .contains("zweck");
    assertThat(publisher.publish(id, wanted(",\"codes\":{\"use\":{\"x\":\"R\"}}")).statusCode())
        .isEqualTo(400);
    String other = "{\"layer\":\"%sx\",\"title\":{\"zh\":\"a\",\"en\":\"a\"},\"mode\":\"append\"}";
    assertThat(publisher.publish(id, other.formatted(layer)).statusCode()).isEqualTo(400);
  }

  @Test
  void aLoadThatEndsBeforeItIsFinishedLeavesNothing() {
    threeParcels();
    FeatureTable before =
        layers.all().stream().filter(it -> it.id().equals(layer)).findFirst().orElseThrow().table();
    FeatureTable next =
        new FeatureTable(layer, layers.reserveVersion(layer), before.geometry(), before.columns());
    Takeover upsert =
        new Takeover(Takeover.Mode.UPSERT, before, "no", Set.of("no", "use"), false, true);
    try (FeatureLoad load = store.load(next, upsert)) {
      load.add(10, null, Arrays.asList("P1", "S", null));
      assertThat(load.join().update()).isEqualTo(1);
    }
    try (FeatureLoad load = store.load(next, upsert)) {
      load.add(10, null, Arrays.asList("P1", "S", null));
      assertThatThrownBy(
              () ->
                  load.finish(
                      complete -> {
                        throw new IllegalStateException("refused at the end");
                      }))
          .hasMessage("refused at the end");
    }
    assertThat(tables()).isEqualTo(1);
    assertThat(rows()).hasSize(3).contains("1 P1 R 10");
  }

  @Test
  void aFileOfAttributesAloneUpdatesFeaturesWhereTheyAre() {
    threeParcels();
    String table =
        """
        {"type":"FeatureCollection","features":[
         {"type":"Feature","properties":{"no":"P1","use":"S"},"geometry":null},
         {"type":"Feature","properties":{"no":"P2","use":"R"},"geometry":null}]}""";
    JsonNode result = done(table, ",\"mode\":\"upsert\"");
    difference(result, 0, 1, 2, 0);
    assertThat(rows()).containsExactly("1 P1 S 10", "2 P2 R 20", "3 P3 G 30");
    JsonNode first = publisher.get("/ogc/collections/" + layer + "/items/1?f=json").get("geometry");
    assertThat(first.isNull()).isFalse();
  }
}
