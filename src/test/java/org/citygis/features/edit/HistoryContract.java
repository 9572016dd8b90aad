package org.citygis.features.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.catalog.VersionNotes;
import org.citygis.security.User;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.Takeover;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is remembered of a feature, and the way back, on both databases. */
abstract class HistoryContract extends AgainstTheEditCity {
  private static final String HISTORY = "/api/layers/sites/features/1/history";

  @Autowired JdbcClient jdbc;
  @Autowired Layers layers;
  @Autowired FeatureStore store;

  @Test
  void whoChangedWhatFromWhatToWhatIsTold() {
    patch("{\"properties\":{\"far\":2.25,\"code\":null}}");
    patch("{\"geometry\":%s}".formatted(TRIANGLE));
    JsonNode changes = changes();
    assertThat(changes).hasSize(2);
    JsonNode moved = changes.get(0);
    assertThat(moved.get("kind").asString()).isEqualTo("changed");
    assertThat(moved.get("by").asString()).isEqualTo("planner");
    assertThat(moved.get("fields")).isEmpty();
    assertThat(moved.at("/geometry/before/coordinates/0/0/0/0").asDouble()).isEqualTo(114.0000013);
    assertThat(moved.at("/geometry/after/coordinates/0/0/0/0").asDouble()).isEqualTo(114.002);
    JsonNode valued = changes.get(1);
    assertThat(valued.get("moved").asBoolean()).isFalse();
    assertThat(valued.get("geometry").isNull()).isTrue();
    assertThat(valued.at("/fields/0/name").asString()).isEqualTo("code");
    assertThat(valued.at("/fields/0/alias/en").asString()).isEqualTo("Use code");
    assertThat(valued.at("/fields/0/before").asString()).isEqualTo("R");
    assertThat(valued.at("/fields/0/after").isNull()).isTrue();
    assertThat(valued.at("/fields/1/after").asDouble()).isEqualTo(2.25);
  }

  @Test
  void whatNobodySeesIsNotToldEither() {
    assertThat(asPlanner("DELETE", SITES + "/1", null).statusCode()).isEqualTo(204);
    HttpResponse<String> answer = asPlanner("GET", HISTORY, null);
    assertThat(answer.body()).contains("deleted", "S1").doesNotContain("秘密", "owner");
  }

  @Test
  void namesOfColleaguesAreNotForEverybody() {
    patch("{\"properties\":{\"far\":2}}");
    assertThat(ask("", "GET", HISTORY, null).statusCode()).isEqualTo(401);
    assertThat(ask("water", "GET", HISTORY, null).statusCode()).isEqualTo(403);
    assertThat(ask("admin", "GET", HISTORY, null).statusCode()).isEqualTo(200);
    assertThat(ask("planner", "GET", "/api/layers/cameras/features/1/history", null).statusCode())
        .isEqualTo(404);
    assertThat(asPlanner("GET", "/api/layers/sites/features/99/history", null).statusCode())
        .isEqualTo(404);
    assertThat(asPlanner("GET", HISTORY + "?limit=x", null).statusCode()).isEqualTo(400);
  }

  @Test
  void aLongHistoryComesInPages() {
    for (int i = 0; i < 5; i++) {
      patch("{\"properties\":{\"floors\":%d}}".formatted(100 + i));
    }
    JsonNode first = Visitor.json(asPlanner("GET", HISTORY + "?limit=3", null));
    assertThat(first.get("changes")).hasSize(3);
    long below = first.get("next").asLong();
    JsonNode rest = Visitor.json(asPlanner("GET", HISTORY + "?limit=3&below=" + below, null));
    assertThat(rest.get("changes")).hasSize(2);
    assertThat(rest.get("next").isNull()).isTrue();
  }

  @Test
  void aFormerStateComesBackToTheLastDigit() {
    String before = stored();
    patch("{\"properties\":{\"far\":9,\"number\":\"S7\",\"seen_at\":\"2026-05-01T10:00:00Z\"}}");
    patch("{\"geometry\":%s}".formatted(TRIANGLE));
    patch("{\"properties\":{\"built\":\"2026-05-01\"}}");
    long first = changes().get(2).get("number").asLong();
    assertThat(restore(first).statusCode()).isEqualTo(204);
    assertThat(stored()).isEqualTo(before);
    JsonNode undone = changes().get(0);
    assertThat(undone.get("restores").asLong()).isEqualTo(first);
    assertThat(restore(undone.get("number").asLong()).statusCode()).isEqualTo(204);
    assertThat(site(1).at("/properties/built").asString()).isEqualTo("2026-05-01");
    assertThat(site(1).at("/properties/seen_at").asString()).isEqualTo("2026-05-01T18:00:00+08:00");
  }

  @Test
  void aDeletedFeatureComesBackUnderItsNumber() {
    String before = stored();
    asPlanner("DELETE", SITES + "/1", null);
    assertThat(restore(changes().get(0).get("number").asLong()).statusCode()).isEqualTo(204);
    assertThat(stored()).isEqualTo(before);
    assertThat(restore(changes().get(0).get("number").asLong()).statusCode()).isEqualTo(409);
    assertThat(restore(999_999_999).statusCode()).isEqualTo(404);
    assertThat(asPlanner("POST", SITES, feature("null", "{\"number\":\"S2\"}")).statusCode())
        .isEqualTo(201);
  }

  @Test
  void aKeyThatAnotherFeatureHasNowDoesNotComeBack() {
    asPlanner("DELETE", SITES + "/1", null);
    asPlanner("POST", SITES, feature("null", "{\"number\":\"S1\"}"));
    assertThat(restore(changes().get(0).get("number").asLong()).statusCode()).isEqualTo(400);
  }

  @Test
  void aRestorationIsJudgedByTheStateThatItWasAskedFor() {
    patch("{\"properties\":{\"far\":9}}");
    String tag = tag(SITES + "/1");
    long number = changes().get(0).get("number").asLong();
    patch("{\"properties\":{\"far\":8}}");
    String path = HISTORY + "/" + number + "/restore";
    assertThat(asPlanner("POST", path, null, "If-Match", tag).statusCode()).isEqualTo(412);
  }

  /** Numbers go on in a version that took over rows; a replacement numbers anew. */
  @Test
  void theHistoryFollowsAFeatureIntoAVersionThatTookOverItsRow() {
    patch("{\"properties\":{\"far\":9}}");
    FeatureTable before = table();
    nextVersion(Takeover.Mode.APPEND, before, Map.of(LayerVersion.BASE, before.version()));
    assertThat(changes()).hasSize(1);
    assertThat(restore(changes().get(0).get("number").asLong()).statusCode()).isEqualTo(204);
    assertThat(site(1).at("/properties/far").asDouble()).isEqualTo(1.5);
    nextVersion(Takeover.Mode.REPLACE, table(), Map.of());
    assertThat(changes()).isEmpty();
  }

  private void nextVersion(Takeover.Mode mode, FeatureTable before, Map<String, Object> lineage) {
    FeatureTable next =
        new FeatureTable(
            "sites", layers.reserveVersion("sites"), before.geometry(), before.columns());
    Takeover takeover = new Takeover(mode, before, "number", Set.of("number"), true, false);
    try (FeatureLoad load = store.load(next, takeover)) {
      long fid = mode == Takeover.Mode.APPEND ? 2 : 1;
      load.add(
          fid,
          EditCity.shape(EditCity.SURVEYED),
          Arrays.asList("S8", null, null, null, null, null, null, null, null));
      load.join();
      layers.publish(
          layer().definition(), load, new VersionNotes(User.SYSTEM, "next", lineage, null));
    }
  }

  private org.citygis.catalog.Layer layer() {
    return layers.all().stream().filter(l -> l.id().equals("sites")).findFirst().orElseThrow();
  }

  private FeatureTable table() {
    return layer().table();
  }

  private void patch(String json) {
    HttpResponse<String> answer = asPlanner("PATCH", SITES + "/1", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
  }

  private JsonNode changes() {
    return Visitor.json(asPlanner("GET", HISTORY, null)).get("changes");
  }

  private HttpResponse<String> restore(long number) {
    return asPlanner("POST", HISTORY + "/" + number + "/restore", null);
  }

  /** The whole row, hidden values and all digits of the shape included. */
  private String stored() {
    return jdbc.sql(
            "SELECT *, ST_AsText(\"geom\") AS wkt FROM \"layers\".\"sites\" WHERE \"fid\" = 1")
        .query(
            (row, n) -> {
              StringBuilder text = new StringBuilder();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                String name = row.getMetaData().getColumnName(i);
                text.append(name.equals("geom") ? "" : row.getString(i)).append('|');
              }
              return text.toString();
            })
        .single();
  }
}
