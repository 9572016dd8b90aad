package org.citygis.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.citygis.audit.Audit;
import org.citygis.catalog.Layers;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.security.SignedIn;
import org.citygis.storage.FeatureStore;
import org.citygis.testing.DeclaredLayer;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Incidents over HTTP, on both databases. */
@SpringBootTest(
    classes = IncidentsContract.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.incidents.max-streams-per-user=3")
abstract class IncidentsContract {
  private static final String PASSWORD = "Correct-horse-7";
  private static final LonLat CENTRE = new LonLat(113.40, 30.58);
  private static final List<String> CLASSES = List.of("natural", "accident", "health", "security");
  private static final Map<String, String> KINDS =
      Map.of("natural", "flood", "accident", "fire", "health", "medical", "security", "theft");
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  @Configuration
  @EnableAutoConfiguration
  @ConfigurationPropertiesScan({
    "org.citygis.storage",
    "org.citygis.security",
    "org.citygis.incidents"
  })
  @ComponentScan(
      basePackages = {
        "org.citygis.storage",
        "org.citygis.catalog",
        "org.citygis.security",
        "org.citygis.web",
        "org.citygis.audit",
        "org.citygis.history",
        "org.citygis.incidents"
      },
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Contract.*"))
  static class Slice {}

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Layers layers;
  @Autowired FeatureStore store;
  @Autowired JdbcClient jdbc;
  @Autowired IncidentStreams streams;
  @Autowired Audit audit;
  private final List<DeclaredLayer.Row> rows = new ArrayList<>();
  private Visitor commander;

  @BeforeEach
  void aThousandIncidents() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      String category = CLASSES.get(i % 4);
      Map<String, Object> values = new HashMap<>();
      values.put("title", i == 0 ? "云川大道 100%_火灾" : "事件" + i);
      values.put("class", category);
      values.put("kind", KINDS.get(category));
      values.put("level", String.valueOf(1 + i % 3));
      values.put("status", Status.values()[i % 4].code());
      values.put("occurred_at", FIRST.plusSeconds(3_600L * i));
      values.put("address", "地址" + i);
      values.put("reporter", "110");
      LonLat place =
          new LonLat(
              CENTRE.lon() + 0.2 * (random.nextDouble() - 0.5),
              CENTRE.lat() + 0.2 * (random.nextDouble() - 0.5));
      rows.add(new DeclaredLayer.Row(place, values));
    }
    DeclaredLayer.publish(layers, store, "incidents", rows);
    SignedIn.setPassword(context, "commander", PASSWORD);
    commander = new Visitor(port);
    assertThat(commander.signIn("commander", PASSWORD)).isEqualTo(200);
  }

  @Test
  void thoseInACircleAreAllThatTheGeodesicSaysNearestFirst() {
    double radius = 5_000;
    JsonNode answer = search("lon=113.4&lat=30.58&radius=5000&limit=2000");
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (Geodesic.distanceMetres(CENTRE, rows.get(i).place()) <= radius) {
        expected.add(i + 1L);
      }
    }
    assertThat(ids(answer)).containsExactlyInAnyOrderElementsOf(expected).hasSizeGreaterThan(100);
    assertThat(answer.get("total").asInt()).isEqualTo(expected.size());
    List<Double> distances =
        list(answer).stream().map(i -> i.get("distance_m").asDouble()).toList();
    assertThat(distances).isSorted().allMatch(d -> d <= radius + 0.1);
    JsonNode three = search("lon=113.4&lat=30.58&radius=5000&limit=3");
    assertThat(ids(three)).isEqualTo(ids(answer).subList(0, 3));
    assertThat(three.get("total").asInt()).isEqualTo(expected.size());
  }

  @Test
  void thoseInAPolygonAreNewestFirstAndTheHoleIsLeftOut() {
    String polygon =
        "POLYGON((113.35 30.53,113.45 30.53,113.45 30.63,113.35 30.63,113.35 30.53),"
            + "(113.39 30.57,113.41 30.57,113.41 30.59,113.39 30.59,113.39 30.57))";
    JsonNode answer = search("polygon=" + encoded(polygon) + "&limit=2000");
    List<Long> expected = new ArrayList<>();
    for (int i = rows.size() - 1; i >= 0; i--) {
      LonLat p = rows.get(i).place();
      boolean outer =
          p.lon() >= 113.35 && p.lon() <= 113.45 && p.lat() >= 30.53 && p.lat() <= 30.63;
      boolean hole = p.lon() > 113.39 && p.lon() < 113.41 && p.lat() > 30.57 && p.lat() < 30.59;
      if (outer && !hole) {
        expected.add(i + 1L);
      }
    }
    assertThat(ids(answer)).isEqualTo(expected).hasSizeGreaterThan(100);
  }

  @Test
  void aBoxAndATimeSpanAndCodesAreMetTogether() {
    JsonNode answer =
        search(
            "bbox=113.35,30.53,113.45,30.63&from=2026-01-05&to=2026-01-20"
                + "&class=accident,health&status=dispatched&limit=2000");
    assertThat(answer.get("total").asInt()).isEqualTo(list(answer).size()).isPositive();
    for (JsonNode incident : list(answer)) {
      assertThat(incident.get("class").asString()).isIn("accident", "health");
      assertThat(incident.get("status").asString()).isEqualTo("dispatched");
      assertThat(incident.get("occurred_at").asString())
          .isBetween("2026-01-05T00:00:00+08:00", "2026-01-20T23:59:59+08:00");
      assertThat(incident.get("lon").asDouble()).isBetween(113.35, 113.45);
    }
  }

  @Test
  void withoutAPlaceTheNewestComeFirstAndTheTotalIsExact() {
    JsonNode answer = search("limit=5");
    assertThat(answer.get("total").asInt()).isEqualTo(1_000);
    assertThat(ids(answer)).containsExactly(1000L, 999L, 998L, 997L, 996L);
    assertThat(search("level=3").get("total").asInt()).isEqualTo(333);
    assertThat(list(search(""))).hasSize(200);
  }

  @Test
  void wordsAreFoundAsTheyStandWildcardsIncluded() {
    assertThat(ids(search("q=" + encoded("100%_火灾")))).containsExactly(1L);
    assertThat(search("q=" + encoded("%")).get("total").asInt()).isEqualTo(1);
    assertThat(search("q=" + encoded("地址99")).get("total").asInt()).isEqualTo(11);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lon=113.4&lat=30.58&radius=-1|radius|-1",
        "lon=113.4&lat=30.58&radius=0|radius|0",
        "lon=113.4&lat=30.58&radius=NaN|radius|NaN",
        "radius=100|radius|100",
        "lon=abc&lat=30|lon|abc",
        "lon=113.4|lat|''",
        "lon=200&lat=30|lon|200.0",
        "class=unknown|class|unknown",
        "class=accident,|class|''",
        "level=9|level|9",
        "status=open|status|open",
        "kind=arson|kind|arson",
        "from=2026-02-01&to=2026-01-01|from|2026-02-01",
        "from=yesterday|from|yesterday",
        "to=2026-13-01|to|2026-13-01",
        "limit=abc|limit|abc",
        "limit=0|limit|0",
        "bbox=1,2,3|bbox|1,2,3",
        "bbox=2,2,1,1|bbox|2,2,1,1",
        "polygon=nonsense|polygon|nonsense",
        "polygon=POINT(1%201)|polygon|Point"
      })
  void aWrongParameterIsNamedWithItsValue(String query, String parameter, String value) {
    HttpResponse<String> answer = commander.get("/api/incidents?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertProblem(answer);
    assertThat(Visitor.json(answer).get("parameter").asString()).isEqualTo(parameter);
    assertThat(Visitor.json(answer).get("value").asString()).isEqualTo(value);
    assertThat(Visitor.json(answer).get("expected").asString()).isNotBlank();
  }

  @Test
  void aPolygonThatCrossesItselfIsRefusedWithThePlaceWhereItDoes() {
    String bow = "POLYGON((113 30,114 31,114 30,113 31,113 30))";
    HttpResponse<String> answer = commander.get("/api/incidents?polygon=" + encoded(bow));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Visitor.json(answer).get("value").asString()).contains("113.5").contains("30.5");
  }

  @Test
  void anonymousIsRefusedOnEveryChannelAsIfThereWereNoIncidents() throws Exception {
    Visitor anonymous = new Visitor(port);
    anonymous.get("/api/session");
    List<HttpResponse<String>> answers =
        List.of(
            anonymous.get("/api/incidents"),
            anonymous.get("/api/incidents/1"),
            anonymous.get("/api/incidents/999999"),
            anonymous.get("/api/incidents?class=unknown"),
            anonymous.send("POST", "/api/incidents", valid()),
            anonymous.send("PATCH", "/api/incidents/1", "{\"status\":\"dispatched\"}"),
            anonymous.get("/api/incidents/stream", "Accept", "text/event-stream"));
    for (HttpResponse<String> answer : answers) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertProblem(answer);
    }
  }

  @Test
  void staffOfAnotherDepartmentSeeButDoNotChange() {
    SignedIn.setPassword(context, "planner", PASSWORD);
    Visitor planner = new Visitor(port);
    planner.signIn("planner", PASSWORD);
    assertThat(planner.get("/api/incidents").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = planner.send("POST", "/api/incidents", valid());
    assertThat(refused.statusCode()).isEqualTo(403);
    assertProblem(refused);
    assertThat(
            planner.send("PATCH", "/api/incidents/1", "{\"status\":\"dispatched\"}").statusCode())
        .isEqualTo(403);
  }

  @Test
  void aRegisteredIncidentIsFoundWhereItIs() {
    HttpResponse<String> created = commander.send("POST", "/api/incidents", valid());
    assertThat(created.statusCode()).isEqualTo(201);
    String location = created.headers().firstValue("Location").orElseThrow();
    JsonNode incident = Visitor.json(created);
    assertThat(location).isEqualTo("/api/incidents/" + incident.get("id").asLong());
    assertThat(incident.get("status").asString()).isEqualTo("reported");
    assertThat(incident.get("lon").asDouble()).isEqualTo(113.4012345);
    assertThat(incident.get("occurred_at").asString()).endsWith("+08:00");
    assertThat(Visitor.json(commander.get(location))).isEqualTo(incident);
    JsonNode near = search("lon=113.4012345&lat=30.58&radius=1");
    assertThat(ids(near)).containsExactly(incident.get("id").asLong());
    assertThat(audit.verify().isWhole()).isTrue();
  }

  @Test
  void theLayersEtagChangesWithAnIncident() {
    String before = layer().etag();
    commander.send("POST", "/api/incidents", valid());
    assertThat(layer().etag()).isNotEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title|null|title",
        "title|5|title",
        "class|\"storm\"|class",
        "class|null|class",
        "kind|\"theft\"|kind",
        "kind|\"arson\"|kind",
        "level|4|level",
        "level|\"5\"|level",
        "lon|\"113\"|lon",
        "lon|null|lon",
        "lon|1|lon",
        "lat|95|lat",
        "occurred_at|\"tomorrow\"|occurred_at",
        "occurred_at|\"2999-01-01T00:00:00Z\"|occurred_at",
        "status|\"closed\"|status",
        "reporter|\"somebody else\"|reporter",
        "id|7|id",
        "title|\"a\\u0000b\"|title",
        "title|\"\\ud83d\"|title"
      })
  void aWrongValueOfANewIncidentIsNamed(String field, String value, String named) {
    Map<String, String> body = validFields();
    body.put(field, value);
    HttpResponse<String> answer = commander.send("POST", "/api/incidents", json(body));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertProblem(answer);
    assertThat(Visitor.json(answer).get("parameter").asString()).isEqualTo(named);
    assertThat(search("").get("total").asInt()).isEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{", "null", "\"x\"", ""})
  void aBodyThatIsNoObjectIsABadRequest(String body) {
    HttpResponse<String> answer = commander.send("POST", "/api/incidents", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertProblem(answer);
  }

  @Test
  void theStatusMovesStepByStep() {
    String incident = "/api/incidents/1";
    assertThat(patch(incident, "closed").statusCode()).isEqualTo(409);
    assertThat(patch(incident, "resolved").statusCode()).isEqualTo(409);
    for (String status : List.of("dispatched", "resolved", "closed", "closed")) {
      HttpResponse<String> changed = patch(incident, status);
      assertThat(changed.statusCode()).isEqualTo(200);
      assertThat(Visitor.json(changed).get("status").asString()).isEqualTo(status);
    }
    HttpResponse<String> back = patch(incident, "reported");
    assertThat(back.statusCode()).isEqualTo(409);
    assertProblem(back);
    assertThat(Visitor.json(back).get("parameter").asString()).isEqualTo("status");
    assertThat(Visitor.json(back).get("expected").asString()).isEqualTo("resolved");
    assertThat(patch(incident, "arrived").statusCode()).isEqualTo(400);
    assertThat(patch("/api/incidents/999999", "dispatched").statusCode()).isEqualTo(404);
    assertThat(patch("/api/incidents/abc", "dispatched").statusCode()).isEqualTo(400);
  }

  @Test
  void aMergePatchChangesWhatItNamesAndEmptiesWithNull() {
    HttpResponse<String> changed =
        commander.send(
            "PATCH",
            "/api/incidents/2",
            "{\"address\":null,\"level\":\"4\",\"lon\":113.5,\"lat\":30.6}");
    JsonNode incident = Visitor.json(changed);
    assertThat(incident.get("address").isNull()).isTrue();
    assertThat(incident.get("level").asString()).isEqualTo("4");
    assertThat(incident.get("lon").asDouble()).isEqualTo(113.5);
    assertThat(incident.get("title").asString()).isEqualTo("事件1");
    assertThat(commander.send("PATCH", "/api/incidents/2", "{\"class\":\"natural\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void everyOpenStreamHearsOfAnIncidentWithinTwoSeconds() throws Exception {
    SignedIn.setPassword(context, "planner", PASSWORD);
    Visitor planner = new Visitor(port);
    planner.signIn("planner", PASSWORD);
    try (EventStream first = new EventStream(commander);
        EventStream second = new EventStream(planner)) {
      assertThat(first.contentType()).startsWith("text/event-stream");
      assertThat(first.next(2_000).name()).isEqualTo("ready");
      assertThat(second.next(2_000).name()).isEqualTo("ready");
      long id = register();
      for (EventStream stream : List.of(first, second)) {
        EventStream.Event event = stream.next(2_000);
        assertThat(event.name()).isEqualTo("incident");
        assertThat(event.data()).contains("\"change\":\"created\"").contains("\"id\":" + id);
        assertThat(event.data()).contains("云川大道火情");
      }
      patch("/api/incidents/" + id, "dispatched");
      assertThat(first.next(2_000).data())
          .contains("\"change\":\"updated\"")
          .contains("\"status\":\"dispatched\"");
    }
  }

  @Test
  void anotherCopyOfTheApplicationIsHeardToo() throws Exception {
    try (EventStream stream = new EventStream(commander)) {
      assertThat(stream.next(2_000).name()).isEqualTo("ready");
      // What another copy commits: this copy is not woken.
      jdbc.sql("UPDATE citygis.incident_feed SET last_change = last_change + 1").update();
      jdbc.sql(
              "INSERT INTO citygis.incident_change (id, fid, created)"
                  + " SELECT last_change, 5, TRUE FROM citygis.incident_feed")
          .update();
      assertThat(stream.next(2_000).data()).contains("\"id\":5");
    }
  }

  @Test
  void whoComesBackGetsWhatHeMissed() throws Exception {
    long first = register();
    long last;
    try (EventStream stream = new EventStream(commander)) {
      last = Long.parseLong(stream.next(2_000).id());
    }
    long missed = register();
    patch("/api/incidents/" + first, "dispatched");
    try (EventStream stream = new EventStream(commander, "Last-Event-ID", String.valueOf(last))) {
      EventStream.Event created = stream.next(2_000);
      assertThat(created.data()).contains("\"id\":" + missed);
      assertThat(Long.parseLong(created.id())).isEqualTo(last + 1);
      assertThat(stream.next(2_000).data()).contains("\"id\":" + first).contains("updated");
      assertThat(stream.next(300)).isNull();
    }
    try (EventStream stream = new EventStream(commander, "Last-Event-ID", "999999")) {
      assertThat(stream.next(2_000).name()).isEqualTo("reset");
    }
    try (EventStream stream = new EventStream(commander, "Last-Event-ID", "abc")) {
      assertThat(stream.status()).isEqualTo(400);
    }
  }

  @Test
  void signingOutEndsTheStream() throws Exception {
    try (EventStream stream = new EventStream(commander)) {
      assertThat(stream.next(2_000).name()).isEqualTo("ready");
      commander.send("DELETE", "/api/session", null);
      assertThat(stream.endsWithin(3_000)).isTrue();
    }
  }

  @Test
  void aPersonWhoseAccountIsClosedHearsNothingMore() throws Exception {
    try (EventStream stream = new EventStream(commander)) {
      assertThat(stream.next(2_000).name()).isEqualTo("ready");
      jdbc.sql("UPDATE citygis.account SET enabled = FALSE WHERE name = 'commander'").update();
      assertThat(stream.endsWithin(5_000)).isTrue();
    } finally {
      jdbc.sql("UPDATE citygis.account SET enabled = TRUE WHERE name = 'commander'").update();
    }
  }

  @Test
  void onePersonCannotTakeAllStreamsAndAClosedOneMakesRoom() throws Exception {
    List<EventStream> open = new ArrayList<>();
    try {
      for (int i = 0; i < 3; i++) {
        open.add(new EventStream(commander));
        assertThat(open.getLast().next(2_000).name()).isEqualTo("ready");
      }
      HttpResponse<String> refused =
          commander.get("/api/incidents/stream", "Accept", "text/event-stream");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertProblem(refused);
    } finally {
      for (EventStream stream : open) {
        stream.close();
      }
    }
    // A reader that went away is noticed at the next write to it.
    register();
    register();
    long end = System.currentTimeMillis() + 5_000;
    while (streams.size() > 0 && System.currentTimeMillis() < end) {
      Thread.sleep(100);
      register();
    }
    assertThat(streams.size()).isZero();
  }

  @Test
  void theNearestStationsOfAllDeclaredKindsComeByDistance() {
    DeclaredLayer.publish(
        layers,
        store,
        "fire_stations",
        List.of(station("近", 113.41, 30.58), station("远", 113.60, 30.58)));
    DeclaredLayer.publish(layers, store, "hospitals", List.of(station("医", 113.40, 30.60)));
    Visitor anonymous = new Visitor(port);
    JsonNode answer =
        Visitor.json(anonymous.get("/api/stations/nearest?lon=113.4&lat=30.58&limit=5"));
    List<JsonNode> stations =
        StreamSupport.stream(answer.get("stations").spliterator(), false).toList();
    assertThat(stations.stream().map(s -> s.get("name").asString())).containsExactly("近", "医", "远");
    // PROJ: echo 30.58 113.40 30.58 113.41 | geod +ellps=WGS84 -I -> 89.99746, 959.2027
    assertThat(stations.getFirst().get("distance_m").asDouble()).isEqualTo(959.2);
    assertThat(stations.getFirst().get("bearing_deg").asDouble()).isEqualTo(90.0);
    assertThat(stations.getFirst().get("kind").asString()).isEqualTo("fire");
    assertThat(stations.getFirst().get("vehicles").asInt()).isEqualTo(4);
    JsonNode medical =
        Visitor.json(
            anonymous.get("/api/stations/nearest?lon=113.4&lat=30.58&kinds=medical&limit=1"));
    assertThat(medical.get("stations").size()).isEqualTo(1);
    for (String wrong :
        List.of("kinds=navy&lon=1&lat=1", "lat=1", "lon=a&lat=1", "", "lon=1&lat=1&limit=0")) {
      HttpResponse<String> refused = anonymous.get("/api/stations/nearest?" + wrong);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertProblem(refused);
    }
  }

  private static DeclaredLayer.Row station(String name, double lon, double lat) {
    return new DeclaredLayer.Row(new LonLat(lon, lat), Map.of("name", name, "vehicles", 4L));
  }

  private org.citygis.catalog.Layer layer() {
    return layers.all().stream().filter(l -> l.id().equals("incidents")).findFirst().orElseThrow();
  }

  private long register() {
    return Visitor.json(commander.send("POST", "/api/incidents", valid())).get("id").asLong();
  }

  private HttpResponse<String> patch(String path, String status) {
    return commander.send("PATCH", path, "{\"status\":\"%s\"}".formatted(status));
  }

  JsonNode search(String query) {
    HttpResponse<String> answer = commander.get("/api/incidents?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Visitor.json(answer);
  }

  private static List<JsonNode> list(JsonNode answer) {
    return StreamSupport.stream(answer.get("incidents").spliterator(), false).toList();
  }

  static List<Long> ids(JsonNode answer) {
    return list(answer).stream().map(i -> i.get("id").asLong()).toList();
  }

  private static Map<String, String> validFields() {
    Map<String, String> fields = new HashMap<>();
    fields.put("title", "\"云川大道火情\"");
    fields.put("class", "\"accident\"");
    fields.put("kind", "\"fire\"");
    fields.put("level", "\"3\"");
    fields.put("address", "\"云川大道12号\"");
    fields.put("description", "\"烟\"");
    fields.put("lon", "113.4012345");
    fields.put("lat", "30.58");
    return fields;
  }

  private static String valid() {
    return json(validFields());
  }

  private static String json(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> "\"%s\":%s".formatted(e.getKey(), e.getValue()))
        .collect(java.util.stream.Collectors.joining(",", "{", "}"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static void assertProblem(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Visitor.json(answer).get("status").asInt()).isEqualTo(answer.statusCode());
  }
}
