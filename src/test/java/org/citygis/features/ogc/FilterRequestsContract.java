package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Filters as clients send them, over HTTP, on both databases. */
abstract class FilterRequestsContract extends AgainstTheTestCity {
  private static final String PLOTS = "/ogc/collections/plots/items?limit=1000&filter=";
  private static final String CRS = "http://www.opengis.net/def/crs/EPSG/0/";

  private static String encoded(String filter) {
    return URLEncoder.encode(filter, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name = '云川地块7'|1",
        "code IN ('R', 'G') AND floors > 25|8",
        "(far >= 2.5) AND (far < 3.5)|14",
        "built IS NULL|1",
        "(built IS NULL) OR (built < '2000-01-03')|2",
        "NOT (listed = TRUE)|50",
        "name_en ILIKE 'plot 1_'|10",
        "ACCENTI(CASEI(name_en)) = 'plot 5'|1",
        "T_DURING(built, INTERVAL('2000-01-10', '2000-01-20'))|9",
        "S_INTERSECTS(geometry, POINT(114.0005 30.5767))|1",
        "S_WITHIN(geometry, BBOX(113.9, 30.5, 114.2, 30.7))|100",
        "S_WITHIN(geometry, BBOX(-180, -90, 180, 90))|100",
        "S_CONTAINS(BBOX(-180, -90, 180, 90), geometry)|100",
        "S_CONTAINS(geometry, BBOX(-180, -90, 180, 90))|0",
        "S_DISJOINT(geometry, BBOX(170, 30, -170, 31))|100",
        "floors * 2 = far + 0.5 AND fid < 50|2",
        "geom IS NULL|0",
      })
  void aFilterMatchesExactly(String filter, int matched) {
    JsonNode page = json(PLOTS + encoded(filter));
    assertThat(page.get("numberMatched").asInt()).isEqualTo(matched);
    assertThat(page.get("features")).hasSize(matched);
  }

  @Test
  void pagesOfWhatSqlCannotSayJoinToTheWhole() {
    List<Long> joined = new ArrayList<>();
    String next =
        "/ogc/collections/plots/items?limit=7&filter=" + encoded("ACCENTI(name_en) LIKE 'Plot 1%'");
    while (next != null) {
      JsonNode page = json(next);
      assertThat(page.get("numberMatched").asInt()).isEqualTo(12);
      page.get("features").forEach(f -> joined.add(f.get("id").asLong()));
      next =
          page.get("links")
              .valueStream()
              .filter(l -> l.get("rel").asString().equals("next"))
              .map(l -> l.get("href").asString())
              .findFirst()
              .orElse(null);
    }
    assertThat(joined).containsExactly(1L, 10L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 100L);
  }

  @Test
  void shapesComeInTheSystemAndAxesOfFilterCrs() {
    String latLon =
        encoded("S_INTERSECTS(geometry, POINT(30.5767 114.0005))") + "&filter-crs=" + CRS + "4490";
    String northEast =
        encoded("S_INTERSECTS(geometry, POINT(3384050 500050))") + "&filter-crs=" + CRS + "4547";
    for (String filter : List.of(latLon, northEast)) {
      assertThat(json(PLOTS + filter).at("/features/0/id").asLong()).isEqualTo(1);
    }
  }

  @Test
  void jsonAsksTheSameAsText() {
    String filter = "{\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"云川地块7\"]}";
    assertThat(json(PLOTS + encoded(filter) + "&filter-lang=cql2-json").at("/features/0/id"))
        .hasToString("7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = 'x'' OR 1=1 --'",
        "name = 'x'') OR (TRUE'",
        "name LIKE '%''; DROP TABLE layers.plots_v1; --'",
        "\"name\" = '\"; SELECT 1'"
      })
  void valuesAreNeverSql(String filter) {
    assertThat(json(PLOTS + encoded(filter)).get("numberMatched").asInt()).isZero();
    assertThat(json(PLOTS + "TRUE").get("numberMatched").asInt()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "owner = '秘密1'",
        "\"name\"\" OR 1=1 --\" = 'x'",
        "name = 'x' OR pg_sleep(10) IS NULL",
        "S_INTERSECTS(geometry, POINT(30.6 114.3))",
        "name = '\u0000'",
        "far * 1e308 * 1e308 > 1 AND nowhere = 1"
      })
  void namesAndCallsThatAreNotKnownAreRefused(String filter) {
    HttpResponse<String> answer = get(PLOTS + encoded(filter));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).get("detail").asString()).isNotBlank().doesNotContain("秘密1 ");
  }

  /** Programs need not read the sentence to know where the fault stands. */
  @Test
  void aRefusalTellsThePositionAsANumber() {
    JsonNode problem = json(get(PLOTS + encoded("code = 'B' AND floors >> 5")));
    assertThat(problem.get("parameter").asString()).isEqualTo("filter");
    assertThat(problem.get("position").asInt()).isEqualTo(23);
    assertThat(problem.get("expected").asString()).isNotBlank();
    JsonNode json = json(get(PLOTS + encoded("{\"op\":\"=\"}") + "&filter-lang=cql2-json"));
    assertThat(json.has("position")).isFalse();
  }

  @Test
  void whatLeavesTheRangeOfNumbersIsNoFaultOfTheServer() {
    assertThat(get(PLOTS + encoded("far * 1e308 * 1e308 > 1")).statusCode()).isIn(200, 400);
    assertThat(get(PLOTS + encoded("far / 0 > 1 OR floors % 0 = 1 OR far ^ 9999 > 1")).statusCode())
        .isEqualTo(200);
  }

  @Test
  void theLanguageAndTheSystemAreOfTheKnown() {
    assertThat(get(PLOTS + "TRUE&filter-lang=ecql").statusCode()).isEqualTo(400);
    assertThat(get(PLOTS + "TRUE&filter-crs=EPSG:999999").statusCode()).isEqualTo(400);
  }
}
