package org.citygis.features.near;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Nearest, within, along and inside over HTTP, on both databases. */
abstract class NearContract extends AgainstTheTestCity {
  private static final String CORNER = "&lon=114&lat=30.5762958";

  @Test
  void theNearestComeFirstWithDistanceAndBearing() {
    JsonNode answer = json("/api/near?layer=stops&lon=114&lat=30.577&k=2");
    assertThat(answer.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(fids(answer)).containsExactly(1L, 2L);
    JsonNode first = answer.at("/features/0");
    // 0.001 degrees of longitude at 30.577 N: GeographicLib's Inverse
    assertThat(first.get("distance").asDouble()).isCloseTo(95.925, within(0.01));
    assertThat(first.get("bearing").asDouble()).isCloseTo(90, within(0.01));
    assertThat(first.at("/properties/name").asString()).isEqualTo("云川大道站");
    assertThat(first.at("/geometry/coordinates/0").asDouble()).isEqualTo(114.001);
    assertThat(answer.get("numberReturned").asInt()).isEqualTo(2);
  }

  /** Plots are squares of 100 m; the corner belongs to the first. */
  @Test
  void withinADistanceAllAreCountedAndTheNearestAnswered() {
    JsonNode answer = json("/api/near?layer=plots&distance=150&k=3" + CORNER);
    assertThat(answer.get("numberMatched").asInt()).isEqualTo(4);
    assertThat(fids(answer).getFirst()).isEqualTo(1L);
    assertThat(answer.at("/features/0/distance").asDouble()).isCloseTo(0, within(0.01));
    assertThat(answer.at("/features/1/distance").asDouble()).isCloseTo(100, within(0.1));
    JsonNode streamed = json("/api/near?layer=plots&distance=150&order=none" + CORNER);
    assertThat(fids(streamed)).containsExactlyInAnyOrder(1L, 2L, 11L, 12L);
    assertThat(streamed.get("numberMatched").asInt()).isEqualTo(4);
  }

  @Test
  void conditionsNarrowTheSearch() {
    assertThat(fids(json("/api/near?layer=plots&k=1&code=G" + CORNER))).containsExactly(81L);
    assertThat(fids(json("/api/near?layer=plots&k=2&filter=floors%3E=25" + CORNER)))
        .containsExactly(26L, 27L);
    assertThat(get("/api/near?layer=plots&k=1&owner=x" + CORNER).statusCode()).isEqualTo(400);
  }

  @Test
  void alongALineByMeasureWithOffsetAndSide() {
    JsonNode answer =
        json(
            postAsAdmin(
                "/api/near",
                """
                {"layer":"stops","distance":2000,
                 "line":{"type":"LineString","coordinates":[[113.99,30.58],[114.02,30.58]]}}
                """));
    assertThat(fids(answer)).containsExactly(1L, 2L);
    JsonNode first = answer.at("/features/0");
    // stop 1 is 0.011 degrees east of the start and 0.003 degrees south of the line
    assertThat(first.get("along").asDouble()).isCloseTo(1055.14, within(0.2));
    assertThat(first.get("offset").asDouble()).isCloseTo(332.6, within(0.2));
    assertThat(first.get("side").asString()).isEqualTo("right");
    assertThat(answer.at("/features/1/side").asString()).isEqualTo("left");
    assertThat(answer.get("numberMatched").asInt()).isEqualTo(2);
  }

  @Test
  void insideAnotherLayersFeature() {
    // plot 1 is 114 E 30.5763 N and 100 m from there
    assertThat(fids(json("/api/near?layer=plots&inside=plots:12&relation=within")))
        .containsExactly(12L);
    JsonNode touching = json("/api/near?layer=plots&inside=plots:12");
    assertThat(touching.get("numberMatched").asInt()).isEqualTo(9);
    assertThat(touching.at("/features/0").has("distance")).isFalse();
    assertThat(fids(json("/api/near?layer=plots&inside=plots:12&k=2" + CORNER)).getFirst())
        .isEqualTo(1L);
    assertThat(get("/api/near?layer=plots&inside=plots:999").statusCode()).isEqualTo(404);
    assertThat(get("/api/near?layer=plots&inside=drafts:1").statusCode())
        .as("a layer of the staff")
        .isIn(401, 403, 404);
    assertThat(get("/api/near?layer=reports&k=1" + CORNER).statusCode()).isIn(401, 403, 404);
  }

  @ParameterizedTest
  @CsvSource({
    "layer=stops, lon",
    "layer=stops&lon=114, lat",
    "layer=stops&lon=30&lat=114, lat",
    "layer=stops&lon=114&lat=30&k=0, k",
    "layer=stops&lon=114&lat=30&k=1001, k",
    "layer=stops&lon=114&lat=30&k=x, k",
    "layer=stops&lon=114&lat=30&distance=-1, distance",
    "layer=stops&lon=114&lat=30&distance=1e9, distance",
    "layer=stops&lon=114&lat=30&order=along, order",
    "layer=stops&lon=114&lat=30&order=fast, order",
    "layer=stops&inside=plots, inside",
    "layer=stops&inside=stops:1, inside",
    "layer=stops&inside=plots:1&relation=near, relation",
    "layer=stops&inside=plots:1&distance=5, distance",
    "layer=timetable&lon=114&lat=30, layer",
    "layer=stops&lon=114&lat=30&surprise=1, surprise"
  })
  void aWrongValueIsNamed(String query, String parameter) {
    HttpResponse<String> response = get("/api/near?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo(parameter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | ",
        "{\"layer\":\"stops\"} | lon",
        "{\"layer\":\"stops\",\"geometry\":{\"type\":\"Circle\"}} | geometry",
        "{\"layer\":\"stops\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[30,114]}} | geometry",
        "{\"layer\":\"stops\",\"line\":{\"type\":\"LineString\",\"coordinates\":[[1,1],[1,1]]}} | line",
        "{\"layer\":\"stops\",\"line\":{\"type\":\"LineString\",\"coordinates\":[[1,1],[2,1]]}}"
            + " | distance",
        "{\"layer\":\"stops\",\"k\":[1]} | k",
        "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[114,30]}} | layer"
      })
  void aWrongBodyIsNamed(String body, String parameter) {
    HttpResponse<String> response = postAsAdmin("/api/near", body);
    assertThat(response.statusCode()).isEqualTo(400);
    if (parameter != null) {
      assertThat(json(response).get("parameter").asString()).isEqualTo(parameter);
    }
  }

  private static List<Long> fids(JsonNode answer) {
    return answer.get("features").valueStream().map(f -> f.get("id").asLong()).toList();
  }
}
