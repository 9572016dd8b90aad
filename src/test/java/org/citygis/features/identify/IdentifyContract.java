package org.citygis.features.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is at a place, on both databases. */
abstract class IdentifyContract extends AgainstTheTestCity {

  @Test
  void everyLayerTellsWhatItHasTheTopmostFirst() {
    JsonNode results = json("/api/identify?lon=114.001&lat=30.577&zoom=16&lang=zh").get("results");
    assertThat(layers(results)).containsExactly("stops", "plots");
    JsonNode plot = results.get(1).get("features").get(0);
    assertThat(results.get(1).get("title").asString()).isEqualTo("地块");
    assertThat(plot.get("fid").asInt()).isEqualTo(1);
    assertThat(plot.get("title").asString()).isEqualTo("云川地块1");
    assertThat(plot.at("/geometry/type").asString()).isEqualTo("MultiPolygon");
  }

  @Test
  void valuesComeWithAliasAndWhatTheCodeMeans() {
    JsonNode feature =
        json("/api/identify?lon=114.0005&lat=30.5767&layers=plots&lang=en")
            .at("/results/0/features/0");
    assertThat(feature.get("title").asString()).isEqualTo("Plot 1");
    JsonNode code = feature.at("/properties/0");
    assertThat(code.get("name").asString()).isEqualTo("code");
    assertThat(code.get("alias").asString()).isEqualTo("Use code");
    assertThat(code.get("value").asString()).isEqualTo("R");
    assertThat(code.get("label").asString()).isEqualTo("Residential");
    assertThat(feature.toString()).doesNotContain("owner");
  }

  @Test
  void theAreaUnderTheFingerHidesItsNeighbours() {
    JsonNode features =
        json("/api/identify?lon=114.00103&lat=30.5767&zoom=14&layers=plots")
            .at("/results/0/features");
    assertThat(features).hasSize(1);
    assertThat(features.get(0).get("fid").asInt()).isEqualTo(1);
  }

  /** At zoom 16 a pixel is about 2 m there: six pixels reach 12 m and not 30 m. */
  @ParameterizedTest
  @CsvSource({"30.57639, 16, 1", "30.57657, 16, 0", "30.57657, 14, 1", "30.57657, 20, 0"})
  void theToleranceIsInPixelsOfTheZoom(double lat, int zoom, int found) {
    JsonNode results =
        json("/api/identify?lon=114.002&lat=" + lat + "&zoom=" + zoom + "&layers=ways")
            .get("results");
    assertThat(results).hasSize(found);
  }

  @Test
  void aPlaceFarAwayHasNothing() {
    for (String place : List.of("lon=0&lat=0", "lon=-66&lat=30.577", "lon=114&lat=90")) {
      assertThat(json("/api/identify?" + place + "&zoom=0").get("results")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lon=abc&lat=30 | lon | abc",
        "lon=190&lat=30 | lon | 190.0",
        "lon=114&lat=91 | lat | 91.0",
        "lon=114&lat=30&zoom=99 | zoom | 99",
        "lon=114&lat=30&tolerance=-1 | tolerance | -1",
        "lon=114&lat=30&limit=abc | limit | abc",
        "lon=114&lat=30&surprise=1 | surprise | 1"
      })
  void aWrongValueIsNamed(String query, String parameter, String value) {
    HttpResponse<String> response = get("/api/identify?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo(parameter);
    assertThat(json(response).get("value").asString()).isEqualTo(value);
  }

  @Test
  void aMissingPlaceIsAskedFor() {
    HttpResponse<String> response = get("/api/identify?lon=114");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo("lat");
  }

  @Test
  void layersOfTheStaffAreUnknownToTheAnonymous() {
    String place = "/api/identify?lon=114.0005&lat=30.5767&zoom=12";
    assertThat(get(place).body()).doesNotContain("机密");
    assertThat(get(place + "&layers=drafts").statusCode()).isEqualTo(404);
    assertThat(get(place + "&layers=nosuch").statusCode()).isEqualTo(404);
    assertThat(layers(json(getAsAdmin(place)).get("results")))
        .contains("drafts", "reports", "cameras");
  }

  private static List<String> layers(JsonNode results) {
    return results.valueStream().map(r -> r.get("layer").asString()).toList();
  }
}
