package org.citygis.features.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.data.Offset;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** Areas by class, on both databases; the test city's plots are squares of exactly 10,000 m². */
abstract class StatisticsContract extends AgainstTheTestCity {
  private static final Offset<Double> SQUARE_METRES = within(0.5);

  @Test
  void theWholeLayerByCode() {
    JsonNode answer = json("/api/statistics?layer=plots&group=code");
    assertThat(answer.get("crs").asString()).isEqualTo("EPSG:4547");
    assertThat(answer.at("/total/count").asInt()).isEqualTo(100);
    assertThat(answer.at("/total/area_m2").asDouble()).isEqualTo(1_000_000);
    JsonNode largest = answer.at("/groups/0");
    assertThat(largest.get("code").asString()).isEqualTo("R");
    assertThat(largest.at("/title/zh").asString()).isEqualTo("居住用地");
    assertThat(largest.get("color").asString()).isEqualTo("#ffff00");
    assertThat(largest.get("count").asInt()).isEqualTo(50);
    assertThat(largest.get("area_m2").asDouble()).isEqualTo(500_000);
    assertThat(largest.get("share").asDouble()).isEqualTo(0.5);
    assertThat(answer.get("groups")).hasSize(3);
  }

  /** A rectangle of 250 m by 730 m from the city's corner, drawn in longitude and latitude. */
  @Test
  void onlyThePartInsideADrawnPolygonCounts() {
    HttpResponse<String> response =
        postAsAdmin(
            "/api/statistics",
            """
            {"layer":"plots","group":"code","polygon":{"type":"Polygon","coordinates":[%s]}}
            """
                .formatted(ring(0, 0, 250, 730)));
    JsonNode answer = json(response);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(answer.at("/total/area_m2").asDouble()).isCloseTo(250 * 730, SQUARE_METRES);
    assertThat(answer.at("/total/count").asInt()).isEqualTo(3 * 8);
    assertThat(answer.at("/groups/0/area_m2").asDouble()).isCloseTo(250 * 500, SQUARE_METRES);
    assertThat(answer.at("/groups/1/area_m2").asDouble()).isCloseTo(250 * 230, SQUARE_METRES);
  }

  @Test
  void aHoleOfThePolygonDoesNotCount() {
    String body =
        """
        {"layer":"plots","group":"code","polygon":{"type":"Polygon","coordinates":[%s,%s]}}
        """
            .formatted(ring(0, 0, 300, 300), ring(100, 100, 200, 200));
    assertThat(json(postAsAdmin("/api/statistics", body)).at("/total/area_m2").asDouble())
        .isCloseTo(80_000, SQUARE_METRES);
  }

  @Test
  void aViewCutInTwoIsTheSumOfItsHalves() {
    double whole = area("114.0012,30.5771,114.0072,30.5833");
    double west = area("114.0012,30.5771,114.0040,30.5833");
    double east = area("114.0040,30.5771,114.0072,30.5833");
    assertThat(west + east).isCloseTo(whole, within(0.01));
    assertThat(whole).isPositive();
  }

  @Test
  void thePolygonMayBeWkt() {
    Coordinate a = lonLat(0, 0);
    Coordinate b = lonLat(100, 100);
    String wkt =
        "POLYGON((%1$.9f %2$.9f,%3$.9f %2$.9f,%3$.9f %4$.9f,%1$.9f %4$.9f,%1$.9f %2$.9f))"
            .formatted(a.x, a.y, b.x, b.y);
    String path =
        "/api/statistics?layer=plots&group=code&polygon="
            + URLEncoder.encode(wkt, StandardCharsets.UTF_8);
    assertThat(json(path).at("/total/area_m2").asDouble()).isCloseTo(10_000, within(5.0));
  }

  @Test
  void pointsAreCounted() {
    JsonNode answer = json("/api/statistics?layer=stops&group=kind&bbox=114,30.57,114.1,30.6");
    assertThat(answer.at("/total/count").asInt()).isEqualTo(2);
    assertThat(answer.at("/groups/0/code").asString()).isEqualTo("bus");
    assertThat(answer.at("/groups/0/share").asDouble()).isEqualTo(1);
    assertThat(answer.at("/groups/0/area_m2").asDouble()).isZero();
    assertThat(json("/api/statistics?layer=stops&group=kind").at("/total/count").asInt())
        .isEqualTo(4);
  }

  /** 0.01 degrees of the parallel at 30.5763 N are 959.6 m on the ellipsoid (geod). */
  @Test
  void linesAreMeasuredInAGaussKruegerZone() {
    JsonNode answer =
        json("/api/statistics?layer=ways&group=class&bbox=114.0,30.5762,114.01,30.5764");
    assertThat(answer.get("crs").asString()).isEqualTo("EPSG:4547");
    JsonNode arterial = answer.at("/groups/0");
    assertThat(arterial.get("code").asString()).isEqualTo("arterial");
    assertThat(arterial.get("length_m").asDouble()).isCloseTo(959.4, within(0.5));
  }

  @Test
  void nothingInsideIsZero() {
    JsonNode answer = json("/api/statistics?layer=plots&group=code&bbox=0,0,1,1");
    assertThat(answer.at("/total/count").asInt()).isZero();
    assertThat(answer.get("groups")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "layer=plots&group=nosuch | group | nosuch",
        "layer=plots&group=owner | group | owner",
        "layer=plots&group=code&bbox=1,2,3 | bbox | 1,2,3",
        "layer=plots&group=code&bbox=1,1,1,1 | bbox | 1,1,1,1",
        "layer=plots&group=code&polygon=POINT(1%202) | polygon | Point",
        "layer=plots&group=code&polygon=rubbish | polygon | rubbish",
        "layer=plots&group=code&surprise=1 | surprise | 1"
      })
  void aWrongValueIsNamed(String query, String parameter, String value) {
    HttpResponse<String> response = get("/api/statistics?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo(parameter);
    assertThat(json(response).get("value").asString()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'Polygon','coordinates':[[[114,30],[114.1,30.1],[114.1,30],[114,30.1],[114,30]]]}",
        "{'type':'Polygon','coordinates':[[[114,30],[114.1,30.1],[114.1,30]]]}",
        "{'type':'Polygon','coordinates':[[[114,30],['a',30.1],[114.1,30],[114,30]]]}",
        "{'type':'Polygon','coordinates':[[[514,30],[114.1,30.1],[114.1,30],[514,30]]]}",
        "{'type':'Polygon','coordinates':[]}",
        "{'type':'Polygon'}",
        "{'type':'Point','coordinates':[114,30]}",
        "5"
      })
  void aPolygonThatIsNoneIsRefused(String polygon) {
    String body =
        "{'layer':'plots','group':'code','polygon':%s}".formatted(polygon).replace('\'', '"');
    HttpResponse<String> response = postAsAdmin("/api/statistics", body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo("polygon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{oops", "{}", "[]", "5", "{\"layer\":\"plots\"}"})
  void aBodyThatIsNoOrderIsRefused(String body) {
    assertThat(postAsAdmin("/api/statistics", body).statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    String body = "{\"layer\":\"" + "x".repeat(8_000_001) + "\"}";
    assertThat(postAsAdmin("/api/statistics", body).statusCode()).isEqualTo(413);
  }

  @Test
  void whatHasNoPlaceIsInsideNoArea() {
    String path = "/api/statistics?layer=timetable&group=line";
    assertThat(json(path).at("/total/count").asInt()).isEqualTo(2);
    assertThat(json(path + "&bbox=114,30,115,31").at("/total/count").asInt()).isZero();
  }

  @Test
  void layersOfTheStaffAreUnknownToTheAnonymous() {
    assertThat(get("/api/statistics?layer=drafts&group=code").statusCode()).isEqualTo(404);
    assertThat(get("/api/statistics?layer=nosuch&group=code").statusCode()).isEqualTo(404);
    assertThat(
            json(getAsAdmin("/api/statistics?layer=drafts&group=code"))
                .at("/total/area_m2")
                .asDouble())
        .isEqualTo(1_000_000);
  }

  private double area(String bbox) {
    return json("/api/statistics?layer=plots&group=code&bbox=" + bbox)
        .at("/total/area_m2")
        .asDouble();
  }

  /** A rectangle in metres from the city's corner, its corners in longitude and latitude. */
  private static String ring(double x1, double y1, double x2, double y2) {
    StringBuilder ring = new StringBuilder("[");
    double[][] corners = {{x1, y1}, {x2, y1}, {x2, y2}, {x1, y2}, {x1, y1}};
    for (double[] corner : corners) {
      Coordinate c = lonLat(corner[0], corner[1]);
      ring.append(ring.length() == 1 ? "" : ",").append("[%.10f,%.10f]".formatted(c.x, c.y));
    }
    return ring.append(']').toString();
  }

  private static Coordinate lonLat(double x, double y) {
    return Reprojection.between(Crs.epsg(4547), Crs.CRS84).apply(500_000 + x, 3_384_000 + y);
  }

  /** Floors of plot i are i modulo 30, so that those of the first thirty add up to 435. */
  @Test
  void numbersAreAddedUpOverAFilter() {
    JsonNode answer =
        json(
            "/api/statistics?layer=plots&group=code&sum=floors,far&filter="
                + URLEncoder.encode("floors < 10 AND code IN ('R','B')", StandardCharsets.UTF_8));
    assertThat(answer.at("/total/count").asInt()).isEqualTo(30);
    assertThat(answer.at("/total/sums/floors/sum").asDouble()).isEqualTo(3 * 45);
    assertThat(answer.at("/total/sums/floors/min").asDouble()).isZero();
    assertThat(answer.at("/total/sums/floors/max").asDouble()).isEqualTo(9);
    assertThat(answer.at("/total/sums/floors/mean").asDouble()).isEqualTo(4.5);
    assertThat(answer.at("/groups/0/sums/far/count").asInt()).isEqualTo(20);
    assertThat(answer.at("/groups/0/area_m2").asDouble()).isCloseTo(200_000, within(1e-3));
  }

  @Test
  void whatTheDatabaseAddsUpIsWhatIsReadRowByRow() {
    JsonNode added = json("/api/statistics?layer=plots&group=code,listed&sum=floors&listed=true");
    JsonNode read =
        json(
            "/api/statistics?layer=plots&group=code,listed&sum=floors&listed=true"
                + "&bbox=113.9,30.5,114.1,30.7");
    assertThat(added.at("/total/count").asInt()).isEqualTo(50);
    assertThat(added.at("/groups/0/codes/1").asString()).isEqualTo("true");
    assertThat(added.get("groups").size()).isEqualTo(read.get("groups").size());
    for (int i = 0; i < added.get("groups").size(); i++) {
      JsonNode a = added.get("groups").get(i);
      JsonNode b = read.get("groups").get(i);
      assertThat(a.get("codes")).isEqualTo(b.get("codes"));
      assertThat(a.get("sums")).isEqualTo(b.get("sums"));
      assertThat(a.get("count")).isEqualTo(b.get("count"));
      assertThat(a.get("area_m2").asDouble()).isCloseTo(b.get("area_m2").asDouble(), within(0.01));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "group=code&sum=name, sum",
    "group=code&sum=owner, sum",
    "group=code&filter=owner%3D1, filter",
    "group=owner, group",
    "group=code&owner=x, owner"
  })
  void hiddenAndUnfitFieldsAreRefused(String query, String parameter) {
    HttpResponse<String> response = get("/api/statistics?layer=plots&" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo(parameter);
  }
}
