package org.citygis.halls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.citygis.catalog.Layers;
import org.citygis.geo.Geodesic;
import org.citygis.geo.LonLat;
import org.citygis.storage.FeatureStore;
import org.citygis.testing.DeclaredLayer;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;

/** The citizen's question over HTTP, without signing in, on both databases. */
@SpringBootTest(
    classes = HallsContract.Slice.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class HallsContract {
  private static final LonLat HERE = new LonLat(113.40, 30.58);
  private static final String USUAL = "[[\"09:00\",\"12:00\"],[\"13:30\",\"17:00\"]]";
  private static final String WEEK =
      "{\"mon\":U,\"tue\":U,\"wed\":U,\"thu\":U,\"fri\":U,\"sat\":[],\"sun\":[]}"
          .replace("U", USUAL);
  private static final String MONDAY_NOON = "2026-11-02T12:30:00%2B08:00";
  private static final String MONDAY_TEN = "2026-11-02T10:00:00%2B08:00";

  @Configuration
  @EnableAutoConfiguration
  @ConfigurationPropertiesScan({"org.citygis.storage", "org.citygis.security", "org.citygis.halls"})
  @ComponentScan(
      basePackages = {
        "org.citygis.storage",
        "org.citygis.catalog",
        "org.citygis.security",
        "org.citygis.web",
        "org.citygis.audit",
        "org.citygis.halls"
      },
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Contract.*"))
  static class Slice {}

  @LocalServerPort int port;
  @Autowired Layers layers;
  @Autowired FeatureStore store;
  private final List<DeclaredLayer.Row> rows = new ArrayList<>();
  private Visitor citizen;

  @BeforeEach
  void eightyHalls() {
    Random random = new Random(11);
    for (int i = 0; i < 80; i++) {
      Map<String, Object> values = new HashMap<>();
      values.put("name", "第" + i + "政务服务中心");
      values.put("name_en", "Service Centre " + i);
      values.put("level", "street");
      values.put("address", "云川大道" + i + "号");
      values.put("phone", "0712-12345");
      values.put("hours", i % 10 == 0 ? "{\"mon\":[[\"09:00\",\"20:00\"]]}" : WEEK);
      values.put("items", i % 4 == 0 ? "id_card,social_aid" : "social_aid,tax");
      values.put("windows", 5L);
      values.put("accessible", i % 2 == 0);
      values.put("holidays", "法定节假日休息");
      LonLat place =
          new LonLat(
              HERE.lon() + 0.4 * (random.nextDouble() - 0.5),
              HERE.lat() + 0.4 * (random.nextDouble() - 0.5));
      rows.add(new DeclaredLayer.Row(place, values));
    }
    DeclaredLayer.publish(layers, store, "service_halls", rows);
    citizen = new Visitor(port);
  }

  @Test
  void theNearestComeFirstByGeodesicDistance() {
    List<Long> expected = byDistance(HERE).subList(0, 7);
    JsonNode answer = ask("lon=113.40&lat=30.58&limit=7");
    assertThat(fids(answer)).isEqualTo(expected);
    JsonNode first = answer.get("halls").get(0);
    LonLat place = rows.get((int) (first.get("fid").asLong() - 1)).place();
    assertThat(first.get("distance_m").asDouble())
        .isEqualTo(Math.round(Geodesic.distanceMetres(HERE, place) * 10) / 10.0);
    assertThat(first.get("lon").asDouble())
        .isCloseTo(place.lon(), org.assertj.core.data.Offset.offset(1e-6));
    assertThat(fids(ask("lon=113.40&lat=30.58&limit=200"))).hasSize(80);
  }

  @Test
  void whoIsFarAwayOrOnTheOtherSideOfTheWorldGetsTheSameExactOrder() {
    for (LonLat far : List.of(new LonLat(116.4, 39.9), new LonLat(-70, -33), new LonLat(0, 89))) {
      assertThat(fids(ask("lon=%s&lat=%s&limit=80".formatted(far.lon(), far.lat()))))
          .isEqualTo(byDistance(far));
    }
  }

  @Test
  void onlyHallsWhereItCanBeDoneAndThatAreOpenThenAreTold() {
    JsonNode answer = ask("lon=113.40&lat=30.58&item=id_card&limit=200&open=" + MONDAY_NOON);
    assertThat(answer.get("at").asString()).isEqualTo("2026-11-02T12:30:00+08:00");
    assertThat(fids(answer)).containsExactlyInAnyOrder(1L, 21L, 41L, 61L);
    for (JsonNode hall : list(answer)) {
      assertThat(hall.get("open").asBoolean()).isTrue();
      assertThat(hall.get("closes_at").asString()).isEqualTo("2026-11-02T20:00:00+08:00");
      assertThat(hall.get("opens_at").isNull()).isTrue();
      assertThat(hall.at("/items/0/code").asString()).isEqualTo("id_card");
      assertThat(hall.at("/items/0/title/en").asString()).isEqualTo("Resident identity card");
      assertThat(hall.at("/hours/mon/0/1").asString()).isEqualTo("20:00");
      assertThat(hall.get("holidays").asString()).isEqualTo("法定节假日休息");
    }
    assertThat(fids(ask("open=" + MONDAY_TEN + "&limit=200"))).hasSize(80);
    assertThat(fids(ask("open=2026-10-01T10:00:00%2B08:00"))).isEmpty();
    assertThat(fids(ask("open=2026-10-10T10:00:00%2B08:00&limit=200"))).hasSize(80);
  }

  @Test
  void withoutAPlaceTheyComeByNameInTheLanguage() {
    JsonNode answer = ask("lang=en&limit=3");
    assertThat(list(answer).stream().map(h -> h.get("name_en").asString()))
        .containsExactly("Service Centre 0", "Service Centre 1", "Service Centre 10");
    assertThat(answer.get("halls").get(0).has("distance_m")).isFalse();
  }

  @Test
  void wordsAreSearchedInNameAndAddress() {
    assertThat(fids(ask("q=centre%2042"))).containsExactly(43L);
    assertThat(fids(ask("q=%E5%A4%A7%E9%81%9379%E5%8F%B7"))).containsExactly(80L);
    assertThat(fids(ask("q=%25"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "lon=abc&lat=30, lon, abc",
    "lon=113, lat, ''",
    "lat=91&lon=0, lat, 91.0",
    "item=passport, item, passport",
    "open=later, open, later",
    "limit=-1, limit, -1",
    "limit=abc, limit, abc",
    "itme=tax, itme, tax"
  })
  void aWrongParameterIsNamedWithItsValue(String query, String parameter, String value) {
    HttpResponse<String> answer = citizen.get("/api/halls/nearest?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Visitor.json(answer).get("parameter").asString()).isEqualTo(parameter);
    assertThat(Visitor.json(answer).get("value").asString()).isEqualTo(value);
  }

  private List<Long> byDistance(LonLat from) {
    List<Long> fids = new ArrayList<>();
    for (long i = 1; i <= rows.size(); i++) {
      fids.add(i);
    }
    fids.sort(
        Comparator.comparingDouble(
            fid -> Geodesic.distanceMetres(from, rows.get((int) (fid - 1)).place())));
    return fids;
  }

  private JsonNode ask(String query) {
    HttpResponse<String> answer = citizen.get("/api/halls/nearest?" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Visitor.json(answer);
  }

  private static List<JsonNode> list(JsonNode answer) {
    return StreamSupport.stream(answer.get("halls").spliterator(), false).toList();
  }

  private static List<Long> fids(JsonNode answer) {
    return list(answer).stream().map(h -> h.get("fid").asLong()).toList();
  }
}
