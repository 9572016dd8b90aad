package org.citygis.features.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.databind.JsonNode;

/** What applies at a site, on both databases; the test city's plots are squares of 10,000 m². */
abstract class SiteReportContract extends AgainstTheTestCity {
  private static final String IN_PLOT_1 = "/api/site-report?lon=114.0005&lat=30.5767";
  private static final Offset<Double> SQUARE_METRES = within(0.5);

  @Test
  void aPointIsToldWhatItLiesInAndWhereThatComesFrom() {
    JsonNode plots = section(json(IN_PLOT_1), "plots");
    assertThat(plots.get("status").asString()).isEqualTo("found");
    assertThat(plots.at("/statement/zh").asString()).isEqualTo("位于云川地块1。");
    assertThat(plots.at("/statement/en").asString()).isEqualTo("Lies in Plot 1.");
    assertThat(plots.at("/department/title/en").asString()).isEqualTo("Planning");
    assertThat(plots.get("crs").asString()).isEqualTo("EPSG:4547");
    JsonNode code = plots.at("/features/0/properties/0");
    assertThat(code.get("name").asString()).isEqualTo("code");
    assertThat(code.at("/label/zh").asString()).isEqualTo("居住用地");
    assertThat(code.at("/label/en").asString()).isEqualTo("Residential");
  }

  /** A rectangle of 250 m by 1,100 m from the corner: 100 m of it lie beyond the plots. */
  @Test
  void anAreaIsMeasuredByClassAndTheSharesAddUp() {
    JsonNode report = area(ring(0, 0, 250, 1100));
    assertThat(report.at("/site/crs").asString()).isEqualTo("EPSG:4547");
    assertThat(report.at("/site/area/m2").asDouble()).isCloseTo(275_000, SQUARE_METRES);
    assertThat(report.at("/site/area/ha").asDouble()).isCloseTo(27.5, within(1e-4));
    assertThat(report.at("/site/area/mu").asDouble()).isCloseTo(412.5, within(1e-3));
    JsonNode plots = section(report, "plots");
    assertThat(areas(plots)).containsExactly("R 125000", "B 75000", "G 50000");
    assertThat(plots.at("/classes/0/count").asInt()).isEqualTo(15);
    assertThat(plots.at("/uncovered/area/m2").asDouble()).isCloseTo(25_000, SQUARE_METRES);
    double sum = plots.at("/uncovered/share").asDouble();
    for (JsonNode each : plots.get("classes")) {
      sum += each.get("share").asDouble();
    }
    assertThat(sum).isCloseTo(1, within(1e-7));
    assertThat(plots.get("overlapping").asBoolean()).isFalse();
    assertThat(plots.get("total").asInt()).isEqualTo(30);
    assertThat(plots.get("features")).hasSize(10);
    assertThat(plots.at("/features/0/area/m2").asDouble()).isCloseTo(10_000, SQUARE_METRES);
  }

  /** The same square given in the layer's own system is met to the square centimetre. */
  @Test
  void anAreaMayBeGivenInASurveySystem() {
    JsonNode report =
        json(
            postAsAdmin(
                "/api/site-report",
                """
                {"crs":"EPSG:4547","layers":["plots"],"geometry":{"type":"Polygon","coordinates":
                [[[500050,3384000],[500100,3384000],[500100,3384200],[500050,3384200],[500050,3384000]]]}}
                """));
    assertThat(report.at("/site/area/m2").asDouble()).isEqualTo(10_000);
    JsonNode plots = section(report, "plots");
    assertThat(plots.at("/classes/0/area/m2").asDouble()).isEqualTo(10_000);
    assertThat(plots.at("/classes/0/share").asDouble()).isEqualTo(1);
    assertThat(plots.at("/uncovered/share").asDouble()).isZero();
    assertThat(names(report)).containsExactly("plots");
  }

  /** ST_Area of PostGIS in EPSG:4548 (117 E); in EPSG:4547 (114 E) it would be 4,259,003.4. */
  @Test
  void anAreaAcrossTwoZonesIsReckonedInTheOneOfItsCentre() {
    JsonNode site =
        json(wkt("POLYGON((115.49 30.5,115.53 30.5,115.53 30.51,115.49 30.51,115.49 30.5))"))
            .get("site");
    assertThat(site.get("crs").asString()).isEqualTo("EPSG:4548");
    assertThat(site.at("/area/m2").asDouble()).isCloseTo(4_258_945.37, within(1.0));
    assertThat(site.get("area_geodesic_m2").asDouble()).isCloseTo(4_256_796.95, within(10.0));
    assertThat(site.at("/zones/en").asString()).contains("CM 117E");
  }

  /** Known values: ST_Distance and ST_Azimuth of PostGIS geography. */
  @Test
  void theNearestComeWithDistanceAndBearing() {
    JsonNode report = json(IN_PLOT_1);
    JsonNode stops = section(report, "stops").get("features");
    assertThat(stops.get(0).at("/title/en").asString()).isEqualTo("Yunchuan Avenue");
    assertThat(stops.get(0).get("distance_m").asDouble()).isCloseTo(58.36, within(0.1));
    assertThat(stops.get(0).get("bearing_deg").asDouble()).isCloseTo(55.26, within(0.1));
    assertThat(stops.get(1).get("distance_m").asDouble()).isCloseTo(1148.78, within(0.1));
    assertThat(stops.get(1).get("bearing_deg").asDouble()).isCloseTo(45.21, within(0.1));
    JsonNode way = section(report, "ways").at("/features/0");
    assertThat(way.at("/title/en").asString()).isEqualTo("Yunchuan Avenue");
    assertThat(way.get("distance_m").asDouble()).isCloseTo(44.34, within(0.1));
    assertThat(way.get("bearing_deg").asDouble()).isCloseTo(180, within(0.1));
  }

  @Test
  void whatTouchesAnAreaIsNotFarFromIt() {
    JsonNode way = section(area(ring(0, -50, 100, 50)), "ways").at("/features/0");
    assertThat(way.get("distance_m").asDouble()).isZero();
  }

  /** Three reports have a time, 0 m, 100 m and 200 m from the first. */
  @Test
  void incidentsAreCountedByClassWithinARadiusAndASpanOfTime() {
    JsonNode reports =
        section(
            json(getAsAdmin("/api/site-report?lon=500050&lat=3384050&crs=EPSG:4547")), "reports");
    assertThat(reports.get("total").asInt()).isEqualTo(3);
    assertThat(reports.get("within_m").asDouble()).isEqualTo(400);
    assertThat(reports.get("from").asString()).isNotBlank();
    assertThat(reports.get("classes")).hasSize(3);
    JsonNode far =
        section(
            json(getAsAdmin("/api/site-report?lon=500550&lat=3384050&crs=EPSG:4547")), "reports");
    assertThat(far.get("total").asInt()).isEqualTo(2);
  }

  @Test
  void whatWasLookedAtInVainIsSaid() {
    JsonNode report = json("/api/site-report?lon=114.5&lat=30.6");
    assertThat(section(report, "plots").at("/statement/en").asString())
        .isEqualTo("The place lies in no feature of 'Plots'.");
    assertThat(section(report, "stops").at("/statement/en").asString())
        .isEqualTo("No stop is near.");
    assertThat(report.get("sections")).allMatch(s -> s.get("status").asString().equals("nothing"));
  }

  @Test
  void whatTheUserMayNotSeeIsNotInTheReport() {
    for (String format : List.of("json", "jsonl", "html")) {
      assertThat(get(IN_PLOT_1 + "&f=" + format).body())
          .doesNotContain("机密", "秘密", "警情", "草案", "摄像头", "owner", "权利人");
    }
    assertThat(names(json(IN_PLOT_1))).containsExactly("plots", "ways", "stops");
    assertThat(get(IN_PLOT_1 + "&layers=drafts").statusCode()).isEqualTo(400);
    JsonNode full = json(getAsAdmin(IN_PLOT_1));
    assertThat(names(full))
        .containsExactly("plots", "drafts", "reports", "cameras", "ways", "stops");
    assertThat(full.toString()).doesNotContain("秘密");
  }

  @Test
  void aReportMayComeLineByLine() {
    HttpResponse<String> response = get(IN_PLOT_1 + "&f=jsonl");
    assertThat(header(response, "Content-Type")).startsWith("application/x-ndjson");
    List<String> lines = response.body().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).contains("\"expected\":[{\"layer\":\"plots\"");
    assertThat(lines.get(1)).startsWith("{\"layer\":\"plots\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lon=114 | 400 | lat",
        "lon=30.5767&lat=114.0005 | 400 | did you mean lat, lon",
        "lon=114&lat=abc | 400 | abc",
        "lon=20&lat=30 | 400 | 73.5 to 136.5",
        "lon=114&lat=30&surprise=1 | 400 | surprise",
        "lon=114&lat=30&crs=EPSG:999999 | 400 | EPSG:999999",
        "lon=114&lat=30&f=gif | 400 | json, jsonl, html, pdf",
        "lon=114&lat=30&bilingual=perhaps | 400 | perhaps",
        "lon=114&lat=30&layers=nosuch | 400 | nosuch",
        "lon=114&lat=30&polygon=POLYGON((114 30,114 31,115 31,114 30)) | 400 | either",
        "polygon=POLYGON((114 30,114 31,115 31,114 30)) | 413 | at most 100 km²",
        "polygon=POLYGON((114 30,100 31,115 31,114 30)) | 413 | at most 100 km²",
        "polygon=POLYGON((30 114,30.01 114,30.01 114.01,30 114)) | 400 | did you mean lat, lon",
        "polygon=POLYGON((114 30,114.01 30.01,114.01 30,114 30.01,114 30)) | 400 | Self-intersection",
        "polygon=POLYGON((114 30,114.000001 30,114.000001 30.000001,114 30)) | 400 | one square metre",
        "polygon=POINT(114 30) | 400 | a polygon",
        "polygon=rubbish | 400 | a WKT polygon"
      })
  void aWrongValueIsRefusedWithWhatWouldBeRight(String query, int status, String said) {
    String address = query.replace(" ", "%20").replace("POLYGON((", "POLYGON((");
    HttpResponse<String> response = get("/api/site-report?lang=en&" + address);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).get("detail").asString()).contains(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | 400",
        "{} | 400",
        "rubbish | 400",
        "{\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[114,30],[114,31]]}} | 400",
        "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[30.5,114]}} | 400",
        "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[30,114],[30.1,114],[30,114.1],[30,114]]]}} | 400",
        "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[114.0005,30.5767]}} | 200"
      })
  void aBodyIsReadWithCare(String body, int status) {
    assertThat(postAsAdmin("/api/site-report", body).statusCode()).isEqualTo(status);
  }

  private JsonNode area(String ring) {
    return json(
        postAsAdmin(
            "/api/site-report",
            "{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}".formatted(ring)));
  }

  private static String wkt(String polygon) {
    return "/api/site-report?polygon=" + URLEncoder.encode(polygon, StandardCharsets.UTF_8);
  }

  private static JsonNode section(JsonNode report, String layer) {
    return StreamSupport.stream(report.get("sections").spliterator(), false)
        .filter(section -> section.get("layer").asString().equals(layer))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(JsonNode report) {
    return report.get("sections").valueStream().map(s -> s.get("layer").asString()).toList();
  }

  private static List<String> areas(JsonNode section) {
    return section
        .get("classes")
        .valueStream()
        .map(c -> c.get("code").asString() + " " + Math.round(c.at("/area/m2").asDouble()))
        .toList();
  }

  /** A rectangle in metres from the city's corner, drawn in longitude and latitude. */
  private static String ring(double west, double south, double east, double north) {
    StringBuilder ring = new StringBuilder("[");
    double[][] corners = {
      {west, south}, {east, south}, {east, north}, {west, north}, {west, south}
    };
    for (double[] corner : corners) {
      Coordinate at =
          Reprojection.between(Crs.epsg(4547), Crs.CRS84)
              .apply(500_000 + corner[0], 3_384_000 + corner[1]);
      ring.append(ring.length() == 1 ? "" : ",")
          .append(String.format(Locale.ROOT, "[%.9f,%.9f]", at.x, at.y));
    }
    return ring.append("]").toString();
  }
}
