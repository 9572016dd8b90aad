package org.citygis.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.citygis.CityGis;
import org.citygis.catalog.Layers;
import org.citygis.geo.LonLat;
import org.citygis.storage.FeatureStore;
import org.citygis.testing.DeclaredLayer;
import org.citygis.testing.OnH2gis;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A layer that somebody may not see answers, on every channel of the whole application, as one that
 * does not exist: the same status, the same words, nothing of its rows.
 */
@OnH2gis
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "citygis.data=target/every-channel-data",
      "citygis.sample-data=target/no-sample-data"
    })
class EveryChannelTest {
  private static final String PASSWORD = "Correct-horse-7";
  private static final String MARK = "绝密标记";
  private static final List<String> CHANNELS =
      List.of(
          "GET /api/layers/LAYER",
          "GET /api/layers/LAYER/versions",
          "PUT /api/layers/LAYER/version {\"version\":1}",
          "GET /tiles/LAYER.json",
          "GET /tiles/LAYER/12/3338/1679.mvt",
          "GET /ogc/collections/LAYER/tiles",
          "GET /ogc/collections/LAYER/tiles/WebMercatorQuad",
          "GET /ogc/collections/LAYER/tiles/WebMercatorQuad/12/1679/3338",
          "GET /ogc/tiles/WebMercatorQuad?collections=LAYER",
          "GET /ogc/tiles/WebMercatorQuad/12/1679/3338?collections=LAYER",
          "GET /api/layers/LAYER/export?f=pmtiles",
          "GET /api/layers/LAYER/export",
          "GET /api/layers/LAYER/export?f=shapefile",
          "GET /api/layers/LAYER/export?nofield=1",
          "POST /api/exports {\"layer\":\"LAYER\",\"f\":\"csv\"}",
          "GET /ogc/collections/LAYER",
          "GET /ogc/collections/LAYER/items",
          "GET /ogc/collections/LAYER/items?kind=flood",
          "GET /ogc/collections/LAYER/items?nofield=1",
          "GET /ogc/collections/LAYER/items/1",
          "GET /api/identify?lon=113.4&lat=30.58&zoom=16&layers=LAYER",
          "GET /api/statistics?layer=LAYER&group=kind",
          "GET /api/statistics?layer=LAYER&group=nofield",
          "POST /api/statistics {\"layer\":\"LAYER\",\"group\":\"kind\",\"polygon\":{\"type\":\"Polygon\","
              + "\"coordinates\":[[[113,30],[114,30],[114,31],[113,30]]]}}");

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Layers layers;
  @Autowired FeatureStore store;
  private Visitor planner;

  @BeforeEach
  void secretsInTwoLayers() {
    for (String layer : List.of("incidents", "cameras")) {
      if (layers.all().stream().anyMatch(l -> l.id().equals(layer) && l.version() == null)) {
        DeclaredLayer.publish(
            layers,
            store,
            layer,
            List.of(
                new DeclaredLayer.Row(
                    new LonLat(113.4, 30.58),
                    layer.equals("incidents")
                        ? Map.of("title", MARK, "kind", "flood")
                        : Map.of("code", MARK, "kind", "dome", "road", MARK))));
      }
    }
    SignedIn.setPassword(context, "planner", PASSWORD);
    planner = new Visitor(port);
    planner.signIn("planner", PASSWORD);
  }

  static Stream<String> channels() {
    return CHANNELS.stream();
  }

  @ParameterizedTest
  @MethodSource("channels")
  void anonymousCannotTellIncidentsFromNothing(String channel) {
    Visitor anonymous = new Visitor(port);
    anonymous.get("/api/session");
    assertSameAsNothing(anonymous, channel, "incidents");
  }

  @ParameterizedTest
  @MethodSource("channels")
  void staffOfAnotherDepartmentCannotTellCamerasFromNothing(String channel) {
    assertSameAsNothing(planner, channel, "cameras");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/layers",
        "/ogc/collections",
        "/ogc/collections?f=html",
        "/ogc",
        "/ogc/api",
        "/ogc/tiles/WebMercatorQuad",
        "/api/identify?lon=113.4&lat=30.58&zoom=16",
        "/api/places?q=%E7%BB%9D%E5%AF%86%E6%A0%87%E8%AE%B0",
        "/api/stations/nearest?lon=113.4&lat=30.58"
      })
  void listsLeaveOutWhatMayNotBeSeen(String path) {
    HttpResponse<String> anonymous = new Visitor(port).get(path);
    assertThat(anonymous.statusCode()).isEqualTo(200);
    assertThat(anonymous.body()).doesNotContain(MARK, "incidents", "cameras", "突发事件");
    assertThat(planner.get(path).body()).doesNotContain("cameras", "视频监控");
  }

  @Test
  void staffGetTheRowsThatAnonymousDoesNot() {
    HttpResponse<String> items = planner.get("/ogc/collections/incidents/items");
    assertThat(items.body()).contains(MARK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/incidents",
        "GET /api/incidents/1",
        "GET /api/incidents/stream",
        "POST /api/incidents {}",
        "PATCH /api/incidents/1 {}"
      })
  void anonymousFindsNoIncidents(String channel) {
    Visitor anonymous = new Visitor(port);
    anonymous.get("/api/session");
    HttpResponse<String> answer = ask(anonymous, channel);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain(MARK);
  }

  private static void assertSameAsNothing(Visitor visitor, String channel, String layer) {
    HttpResponse<String> hidden = ask(visitor, channel.replace("LAYER", layer));
    HttpResponse<String> nothing = ask(visitor, channel.replace("LAYER", "nothing_such"));
    assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(404);
    assertThat(hidden.body().replace(layer, "nothing_such")).isEqualTo(nothing.body());
    assertThat(hidden.headers().firstValue("ETag")).isEmpty();
    assertThat(hidden.statusCode()).isEqualTo(nothing.statusCode());
  }

  private static HttpResponse<String> ask(Visitor visitor, String channel) {
    String[] parts = channel.split(" ", 3);
    return parts.length == 3
        ? visitor.send(parts[0], parts[1], parts[2])
        : visitor.send(parts[0], parts[1], null);
  }
}
