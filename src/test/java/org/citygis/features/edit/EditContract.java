package org.citygis.features.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.citygis.audit.Audit;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Creating, replacing, updating and deleting features, on both databases. */
abstract class EditContract extends AgainstTheEditCity {
  @Autowired JdbcClient jdbc;
  @Autowired Audit audit;

  @Test
  void aFeatureIsCreatedAndHasAnAddressAndATag() {
    HttpResponse<String> created =
        asPlanner(
            "POST",
            SITES,
            feature(
                TRIANGLE,
                """
                {"number":"S2","code":"G","far":2.5,"floors":7,"built":"2026-01-31",
                 "seen_at":"2026-01-31T08:15:00+08:00","listed":false}"""),
            "Content-Type",
            "application/geo+json");
    assertThat(created.statusCode()).isEqualTo(201);
    String location = header(created, "Location");
    assertThat(location).isEqualTo("http://localhost:" + port + SITES + "/2");
    JsonNode made = site(2);
    assertThat(made.at("/properties/number").asString()).isEqualTo("S2");
    assertThat(made.at("/properties/far").asDouble()).isEqualTo(2.5);
    assertThat(made.at("/properties/floors").asInt()).isEqualTo(7);
    assertThat(made.at("/properties/built").asString()).isEqualTo("2026-01-31");
    assertThat(made.at("/properties/seen_at").asString()).isEqualTo("2026-01-31T08:15:00+08:00");
    assertThat(made.at("/properties/listed").asBoolean()).isFalse();
    assertThat(made.at("/geometry/coordinates/0/0/0/0").asDouble()).isEqualTo(114.002);
    assertThat(header(created, "ETag")).isEqualTo(tag(SITES + "/2")).startsWith("\"");
  }

  @Test
  void aReplacementEmptiesWhatItLeavesOutButNotWhatNobodySees() {
    HttpResponse<String> replaced =
        asPlanner("PUT", SITES + "/1", feature(TRIANGLE, "{\"number\":\"S9\"}"));
    assertThat(replaced.statusCode()).isEqualTo(204);
    JsonNode properties = site(1).get("properties");
    assertThat(properties.get("number").asString()).isEqualTo("S9");
    assertThat(properties.get("code").isNull()).isTrue();
    assertThat(properties.get("listed").isNull()).isTrue();
    assertThat(properties.get("source").asString()).isEqualTo("survey");
    assertThat(stored("owner")).isEqualTo("秘密");
  }

  @Test
  void aPatchChangesWhatItNamesAndNullEmpties() {
    HttpResponse<String> patched =
        asPlanner("PATCH", SITES + "/1", "{\"properties\":{\"far\":3,\"code\":null}}");
    assertThat(patched.statusCode()).isEqualTo(204);
    assertThat(header(patched, "ETag")).isEqualTo(tag(SITES + "/1"));
    JsonNode properties = site(1).get("properties");
    assertThat(properties.get("far").asDouble()).isEqualTo(3);
    assertThat(properties.get("code").isNull()).isTrue();
    assertThat(properties.get("number").asString()).isEqualTo("S1");
  }

  @Test
  void aPatchOfTheShapeMayTakeItAway() {
    asPlanner("PATCH", SITES + "/1", "{\"geometry\":null}");
    assertThat(site(1).get("geometry").isNull()).isTrue();
    asPlanner("PATCH", SITES + "/1", "{\"geometry\":%s}".formatted(TRIANGLE));
    assertThat(site(1).at("/geometry/type").asString()).isEqualTo("MultiPolygon");
  }

  @Test
  void aDeletedFeatureIsGone() {
    assertThat(asPlanner("DELETE", SITES + "/1", null).statusCode()).isEqualTo(204);
    assertThat(asPlanner("GET", SITES + "/1", null).statusCode()).isEqualTo(404);
    assertThat(asPlanner("DELETE", SITES + "/1", null).statusCode()).isEqualTo(404);
    assertThat(asPlanner("PATCH", SITES + "/1", "{}").statusCode()).isEqualTo(404);
  }

  /** What a client read is rounded; sent back, it must not move the survey. */
  @Test
  void verticesThatWereNotMovedKeepTheirSurveyedCoordinates() {
    String read = asPlanner("GET", SITES + "/1", null).body();
    assertThat(asPlanner("PUT", SITES + "/1", read).statusCode()).isEqualTo(204);
    assertThat(changes()).isZero();
    JsonNode own = Visitor.json(asPlanner("GET", SITES + "/1?crs=EPSG:4547", null));
    String moved =
        own.get("geometry").toString().replace("[3384100.333,500100.222]", "[3384200,500100]");
    asPlanner(
        "PATCH",
        SITES + "/1",
        "{\"geometry\":%s}".formatted(moved),
        "Content-Crs",
        "<http://www.opengis.net/def/crs/EPSG/0/4547>");
    assertThat(shape()).contains("500000.1234", "3384000.5678", "500100.4321", "3384200");
  }

  @Test
  void positionsFollowTheAxisOrderOfTheBodysSystem() {
    String north =
        TRIANGLE
            .replace("[114.002,30.577]", "[30.577,114.002]")
            .replace("[114.003,30.577]", "[30.577,114.003]")
            .replace("[114.003,30.578]", "[30.578,114.003]");
    HttpResponse<String> created =
        asPlanner(
            "POST",
            SITES,
            feature(north, "{\"number\":\"S2\"}"),
            "Content-Crs",
            "<http://www.opengis.net/def/crs/EPSG/0/4490>");
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(site(2).at("/geometry/coordinates/0/0/0/0").asDouble()).isEqualTo(114.002);
    HttpResponse<String> swapped = asPlanner("POST", SITES, feature(north, "{\"number\":\"S3\"}"));
    assertThat(swapped.statusCode()).isEqualTo(400);
    assertThat(swapped.body())
        .contains("#/geometry/coordinates/0/0", "30.577, 114.002", "did you mean lat, lon?");
  }

  @Test
  void allFaultsAreToldAtOnceEachWithItsPlace() {
    HttpResponse<String> refused =
        asPlanner(
            "POST",
            SITES,
            feature(
                "{\"type\":\"Point\",\"coordinates\":[114,30.5]}",
                """
                {"number":"far too long a number","code":"X","far":"2","floors":1.5,"built":"31.1.2026",
                 "seen_at":"noon","listed":1,"source":"me","owner":"thief","nosuch":1}"""));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(header(refused, "Content-Type")).startsWith("application/problem+json");
    List<String> pointers = new ArrayList<>();
    Visitor.json(refused).get("errors").forEach(e -> pointers.add(e.get("pointer").asString()));
    assertThat(pointers)
        .containsExactlyInAnyOrder(
            "#/properties/owner",
            "#/properties/nosuch",
            "#/properties/number",
            "#/properties/code",
            "#/properties/far",
            "#/properties/floors",
            "#/properties/built",
            "#/properties/seen_at",
            "#/properties/listed",
            "#/properties/source",
            "#/geometry/type");
    assertThat(refused.body()).contains("it has number, code, far").contains("R Residential");
    assertThat(rows()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"Feature\",\"properties\":{\"number\":\"a\"}} | #/geometry",
        "{\"geometry\":null,\"properties\":{\"number\":\"a\"}} | #/type",
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{}} | #/properties/number",
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":[]} | #/properties",
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"number\":\"S1\"}} | #/properties/number",
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"number\":\"\\u0000\"}} | #/properties/number",
        "{\"type\":\"Feature\",\"geometry\":null,\"number\":\"a\",\"properties\":{}} | #/number",
        "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"number\":\"a\"},\"crs\":{}} | #/crs"
      })
  void aFaultOfTheBodyIsNamed(String body, String pointer) {
    HttpResponse<String> refused = asPlanner("POST", SITES, body);
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("\"" + pointer + "\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[[[114,30.5],[114.01,30.5],[114.01,30.51]]] | at least 4",
        "[[[114,30.5],[114.01,30.5],[114.01,30.51],[114,30.52]]] | first position of the ring again",
        "[[[114,30.5],[114.01,30.51],[114.01,30.5],[114,30.51],[114,30.5]]] | Self-intersection @ [114.005",
        "[[[114,30.5,7],[114.01,30.5,7],[114.01,30.51,7],[114,30.5,7]]] | a position of 2 numbers",
        "[[[114,1e999],[114.01,30.5],[114.01,30.51],[114,1e999]]] | a position of 2 numbers",
        "[[[14,30.5],[14.01,30.5],[14.01,30.51],[14,30.5]]] | within the reach of the layer's system",
        "[] | at least 1",
        "7 | at least 1"
      })
  void aFaultOfTheShapeIsNamed(String coordinates, String told) {
    String polygon = "{\"type\":\"Polygon\",\"coordinates\":%s}".formatted(coordinates);
    HttpResponse<String> refused = asPlanner("POST", SITES, feature(polygon, "{\"number\":\"a\"}"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("#/geometry").contains(told);
  }

  @Test
  void brokenJsonAndDoubledMembersAreRefusedWithTheirPlace() {
    assertThat(asPlanner("POST", SITES, "{\"type\":").body()).contains("not valid JSON (1:");
    HttpResponse<String> doubled =
        asPlanner("PATCH", SITES + "/1", "{\"properties\":{\"far\":1,\"far\":2}}");
    assertThat(doubled.statusCode()).isEqualTo(400);
    assertThat(asPlanner("POST", SITES, "[]").statusCode()).isEqualTo(400);
    assertThat(asPlanner("POST", SITES, "x".repeat(10), "Content-Type", "text/plain").statusCode())
        .isEqualTo(415);
    assertThat(asPlanner("PATCH", SITES + "/1?force=1", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooLongAndAShapeOfTooManyPositionsAreRefused() {
    assertThat(asPlanner("POST", SITES, " ".repeat(2_200_000)).statusCode()).isEqualTo(413);
    String many = "[114,30.5],".repeat(GivenShape.MOST_POSITIONS) + "[114,30.5]";
    String polygon = "{\"type\":\"Polygon\",\"coordinates\":[[%s]]}".formatted(many);
    HttpResponse<String> refused = asPlanner("POST", SITES, feature(polygon, "{\"number\":\"a\"}"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("at most 30000 positions");
  }

  @Test
  void allowSaysWhatThisUserMayDo() {
    assertThat(allow("planner", SITES)).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(allow("planner", SITES + "/1")).isEqualTo("GET, HEAD, OPTIONS, PUT, PATCH, DELETE");
    assertThat(allow("planner", SITES + "/unknown_id")).contains("PUT");
    for (String other : List.of("", "water", "commander")) {
      assertThat(allow(other, SITES)).isEqualTo("GET, HEAD, OPTIONS");
      assertThat(allow(other, SITES + "/1")).isEqualTo("GET, HEAD, OPTIONS");
    }
    assertThat(allow("planner", "/ogc/collections/plots/items")).isEqualTo("GET, HEAD, OPTIONS");
    assertThat(allow("commander", "/ogc/collections/incidents/items"))
        .isEqualTo("GET, HEAD, OPTIONS");
  }

  @Test
  void whoMayNotEditIsToldWhy() {
    String body = feature(TRIANGLE, "{\"number\":\"a\"}");
    HttpResponse<String> nobody = ask("", "POST", SITES, body);
    assertThat(nobody.statusCode()).isIn(401, 403);
    HttpResponse<String> other = ask("water", "POST", SITES, body);
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body()).contains("editor role of its department");
    assertThat(ask("planner", "POST", "/ogc/collections/cameras/items", body).statusCode())
        .isEqualTo(404);
    HttpResponse<String> imported = ask("planner", "POST", "/ogc/collections/plots/items", body);
    assertThat(imported.statusCode()).isEqualTo(405);
    assertThat(header(imported, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    HttpResponse<String> incident =
        ask("commander", "DELETE", "/ogc/collections/incidents/items/1", null);
    assertThat(incident.statusCode()).isEqualTo(405);
    assertThat(incident.body()).contains("/api/incidents");
    assertThat(ask("commander", "POST", "/ogc/collections/cameras/items", body).statusCode())
        .isEqualTo(403);
  }

  @Test
  void theTagOfAFeatureAnswersForItAlone() {
    String path = SITES + "/1";
    String tag = tag(path);
    assertThat(asPlanner("GET", path, null, "If-None-Match", tag).statusCode()).isEqualTo(304);
    assertThat(tag(path + "?crs=EPSG:4547")).isNotEqualTo(tag).startsWith(tag.substring(0, 21));
    asPlanner("POST", SITES, feature(TRIANGLE, "{\"number\":\"S2\"}"));
    assertThat(tag(path)).isEqualTo(tag);
    asPlanner("PATCH", path, "{\"properties\":{\"floors\":4}}");
    assertThat(tag(path)).isNotEqualTo(tag);
    assertThat(asPlanner("GET", path, null, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void anEditOfAnOlderStateIsRefused() {
    String path = SITES + "/1";
    String tag = tag(path);
    String patch = "{\"properties\":{\"floors\":9}}";
    assertThat(asPlanner("PATCH", path, patch, "If-Match", tag).statusCode()).isEqualTo(204);
    for (String method : List.of("PATCH", "PUT", "DELETE")) {
      String body = method.equals("DELETE") ? null : feature(TRIANGLE, "{\"number\":\"a\"}");
      HttpResponse<String> late = asPlanner(method, path, body, "If-Match", tag);
      assertThat(late.statusCode()).isEqualTo(412);
    }
    String other = tag(path + "?crs=EPSG:3857");
    assertThat(
            asPlanner(
                    "PATCH", path, "{\"properties\":{\"floors\":1}}", "If-Match", "\"x\", " + other)
                .statusCode())
        .isEqualTo(204);
    assertThat(asPlanner("PATCH", path, patch, "If-Match", "W/" + tag(path)).statusCode())
        .isEqualTo(412);
    assertThat(asPlanner("PATCH", path, patch, "If-Match", "*").statusCode()).isEqualTo(204);
  }

  @Test
  void aGuardedLayerAsksForTheTag() {
    String path = "/ogc/collections/lines/items/1";
    String patch = "{\"properties\":{\"name\":\"蓝线\"}}";
    assertThat(asPlanner("PATCH", path, patch).statusCode()).isEqualTo(428);
    assertThat(asPlanner("DELETE", path, null).statusCode()).isEqualTo(428);
    assertThat(asPlanner("PATCH", path, patch, "If-Match", tag(path)).statusCode()).isEqualTo(204);
  }

  @Test
  void ofTwoWritersOneIsRefusedAndNobodyWaitsForEver() throws Exception {
    String path = SITES + "/1";
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 5; round++) {
        String tag = tag(path);
        int floors = 100 + 10 * round;
        List<Callable<Integer>> edits = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
          String patch = "{\"properties\":{\"floors\":%d}}".formatted(floors + writer);
          edits.add(() -> asPlanner("PATCH", path, patch, "If-Match", tag).statusCode());
        }
        List<Integer> answers = new ArrayList<>();
        for (Future<Integer> edit : writers.invokeAll(edits, 60, TimeUnit.SECONDS)) {
          answers.add(edit.get());
        }
        assertThat(answers).containsExactlyInAnyOrder(204, 412, 412, 412);
      }
    }
    assertThat(changes()).isEqualTo(5);
  }

  @Test
  void manyWritersWithoutATagComeOneAfterTheOther() throws Exception {
    try (ExecutorService writers = Executors.newFixedThreadPool(4)) {
      List<Callable<Integer>> edits = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        String number = "N" + i;
        edits.add(
            () ->
                asPlanner("POST", SITES, feature(TRIANGLE, "{\"number\":\"%s\"}".formatted(number)))
                    .statusCode());
      }
      for (Future<Integer> edit : writers.invokeAll(edits, 60, TimeUnit.SECONDS)) {
        assertThat(edit.get()).isEqualTo(201);
      }
    }
    assertThat(rows()).isEqualTo(25);
    assertThat(audit.verify().isWhole()).isTrue();
  }

  @Test
  void anEditRenewsTheLayerAndIsInTheTrail() {
    long before = revision();
    asPlanner("PATCH", SITES + "/1", "{\"properties\":{\"floors\":12}}");
    assertThat(revision()).isEqualTo(before + 1);
    asPlanner("PATCH", SITES + "/1", "{\"properties\":{\"floors\":12}}");
    asPlanner("PATCH", SITES + "/1", "{\"properties\":{\"floors\":\"x\"}}");
    assertThat(revision()).isEqualTo(before + 1);
    assertThat(
            jdbc.sql(
                    "SELECT action FROM citygis.audit_entry WHERE object = 'sites/1' ORDER BY number DESC FETCH FIRST ROW ONLY")
                .query(String.class)
                .single())
        .isEqualTo("change-feature");
  }

  @Test
  void theCatalogueSaysWhatMayBeEdited() {
    JsonNode layer = Visitor.json(asPlanner("GET", "/api/layers/sites", null));
    assertThat(layer.get("editable").asBoolean()).isTrue();
    assertThat(layer.at("/fields/0/required").asBoolean()).isTrue();
    assertThat(layer.at("/fields/0/longest").asInt()).isEqualTo(10);
    assertThat(layer.at("/fields/7/readonly").asBoolean()).isTrue();
    assertThat(Visitor.json(ask("", "GET", "/api/layers/sites", null)).get("editable").asBoolean())
        .isFalse();
    JsonNode incidents = Visitor.json(ask("commander", "GET", "/api/layers/incidents", null));
    assertThat(incidents.get("editable").asBoolean()).isFalse();
    assertThat(incidents.get("edits").asString()).isEqualTo("/api/incidents");
    assertThat(
            Visitor.json(asPlanner("GET", "/ogc/conformance", null)).get("conformsTo").toString())
        .contains("ogcapi-features-4/1.0/conf/create-replace-delete");
  }

  private String allow(String user, String path) {
    HttpResponse<String> answer = ask(user, "OPTIONS", path, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    return header(answer, "Allow");
  }

  private int version() {
    return jdbc.sql("SELECT current_version FROM citygis.layer WHERE id = 'sites'")
        .query(Integer.class)
        .single();
  }

  private long revision() {
    return Visitor.json(asPlanner("GET", "/api/layers/sites", null)).get("revision").asLong();
  }

  private long changes() {
    return jdbc.sql(
            "SELECT COUNT(*) FROM citygis.feature_change WHERE layer = 'sites' AND version = ?")
        .param(version())
        .query(Long.class)
        .single();
  }

  private long rows() {
    return Visitor.json(asPlanner("GET", SITES + "?limit=1", null)).get("numberMatched").asLong();
  }

  private String stored(String column) {
    return jdbc.sql("SELECT \"%s\" FROM \"layers\".\"sites\" WHERE \"fid\" = 1".formatted(column))
        .query(String.class)
        .single();
  }

  private String shape() {
    return jdbc.sql("SELECT ST_AsText(\"geom\") FROM \"layers\".\"sites\" WHERE \"fid\" = 1")
        .query(String.class)
        .single();
  }
}
