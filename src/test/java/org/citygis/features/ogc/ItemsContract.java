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

/** What items answer, on both databases. */
abstract class ItemsContract extends AgainstTheTestCity {
  private static final String PLOTS = "/ogc/collections/plots/items";
  private static final String CRS = "http://www.opengis.net/def/crs/";

  @Test
  void aPageTellsExactlyHowManyMatchAndHowManyItHas() {
    JsonNode page = json(PLOTS + "?limit=7");
    assertThat(page.get("type").asString()).isEqualTo("FeatureCollection");
    assertThat(page.get("numberMatched").asInt()).isEqualTo(100);
    assertThat(page.get("numberReturned").asInt()).isEqualTo(7);
    assertThat(page.get("features")).hasSize(7);
    assertThat(page.get("timeStamp").asString()).endsWith("Z");
  }

  @Test
  void aFeatureHasItsValuesInTheirTypesAndNothingHidden() {
    JsonNode first = json(PLOTS + "?limit=1").get("features").get(0);
    assertThat(first.get("id").asLong()).isEqualTo(1);
    JsonNode properties = first.get("properties");
    assertThat(properties.propertyNames())
        .containsExactly("code", "name", "name_en", "far", "floors", "built", "listed");
    assertThat(properties.get("name").asString()).isEqualTo("云川地块1");
    assertThat(properties.get("far").isDouble()).isTrue();
    assertThat(properties.get("floors").isIntegralNumber()).isTrue();
    assertThat(properties.get("built").isNull()).isTrue();
    assertThat(properties.get("listed").asBoolean()).isTrue();
    JsonNode corner = first.at("/geometry/coordinates/0/0/0");
    assertThat(corner.get(0).asDouble()).isEqualTo(114.0);
    assertThat(corner.get(1).asDouble()).isEqualTo(30.5762958);
  }

  @Test
  void pagesJoinedAreTheWhole() {
    List<Long> seen = new ArrayList<>();
    String next = PLOTS + "?limit=33&listed=true&f=json";
    int pages = 0;
    while (next != null) {
      JsonNode page = json(next);
      assertThat(page.get("numberMatched").asInt()).isEqualTo(50);
      page.get("features").forEach(f -> seen.add(f.get("id").asLong()));
      next = link(page, "next");
      assertThat(next == null || next.contains("listed=true")).isTrue();
      pages++;
    }
    assertThat(pages).isEqualTo(2);
    assertThat(seen).hasSize(50).doesNotHaveDuplicates().isSorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"code,-far", "-code", "%2Bbuilt,-floors", "-built", "listed,name", "-far,+code"})
  void sortedPagesJoinedAreTheWholeInOrder(String sortby) {
    List<Long> whole = ids(json(PLOTS + "?limit=1000&sortby=" + sortby));
    assertThat(whole).hasSize(100).doesNotHaveDuplicates();
    List<Long> joined = new ArrayList<>();
    String next = PLOTS + "?limit=13&properties=floors&sortby=" + sortby;
    while (next != null) {
      JsonNode page = json(next);
      assertThat(page.at("/features/0/properties").propertyNames()).containsExactly("floors");
      joined.addAll(ids(page));
      next = link(page, "next");
    }
    assertThat(joined).isEqualTo(whole);
  }

  @Test
  void aSortedPageComesInOrderWithMissingValuesLast() {
    JsonNode page = json(PLOTS + "?limit=100&sortby=-built");
    List<String> days =
        page.get("features")
            .valueStream()
            .map(f -> f.at("/properties/built").asString(""))
            .toList();
    List<String> known = days.stream().filter(day -> !day.isEmpty()).toList();
    assertThat(known).isSortedAccordingTo(java.util.Comparator.reverseOrder()).isNotEmpty();
    assertThat(days.subList(known.size(), 100)).containsOnly("");
  }

  @Test
  void onlyThePropertiesAskedForAreSent() {
    JsonNode feature = json(PLOTS + "?limit=1&properties=far,code").at("/features/0");
    assertThat(feature.get("properties").propertyNames()).containsExactly("far", "code");
    assertThat(feature.get("geometry").isNull()).isFalse();
  }

  @Test
  void theShapeIsLeftOffOnRequest() {
    JsonNode feature = json(PLOTS + "?limit=1&skipGeometry=true").at("/features/0");
    assertThat(feature.get("geometry").isNull()).isTrue();
    assertThat(feature.at("/properties/code").asString()).isNotEmpty();
  }

  @Test
  void aPageThatEndsExactlyHasNoNext() {
    assertThat(link(json(PLOTS + "?limit=100"), "next")).isNull();
    assertThat(link(json(PLOTS + "?limit=99"), "next")).isNotNull();
  }

  @Test
  void linksAreThoseOfTheProxy() {
    JsonNode page =
        json(
            PLOTS + "?limit=1&code=R",
            "X-Forwarded-Host",
            "gis.example.cn",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Prefix",
            "/map");
    assertThat(link(page, "next"))
        .isEqualTo("https://gis.example.cn/map/ogc/collections/plots/items?limit=1&code=R&after=1");
  }

  @ParameterizedTest
  @CsvSource({
    "code=R, 50",
    "code=X, 0",
    "code=, 100",
    "listed=false, 50",
    "floors=3, 4",
    "far=0.5, 15",
    "built=2000-01-06, 1",
    "name=云川地块7, 1",
    "code=B&listed=true, 15"
  })
  void everyVisibleFieldFilters(String condition, int matched) {
    String encoded = condition.replace("云川地块", URLEncoder.encode("云川地块", StandardCharsets.UTF_8));
    assertThat(json(PLOTS + "?" + encoded).get("numberMatched").asInt()).isEqualTo(matched);
  }

  /** Two by two plots share the corner 500100 3384100; the box lies around it. */
  @Test
  void aBoxFindsWhatItMeets() {
    JsonNode page = json(PLOTS + "?bbox=114.00103,30.57718,114.00105,30.57721");
    assertThat(ids(page)).containsExactly(1L, 2L, 11L, 12L);
  }

  @Test
  void aBoxInTheLayersOwnSystemHasItsAxisOrder() {
    String own = CRS + "EPSG/0/4547";
    assertThat(ids(json(PLOTS + "?bbox=3384010,500010,3384020,500120&bbox-crs=" + own)))
        .containsExactly(1L, 2L);
    assertThat(ids(json(PLOTS + "?bbox=30.5763,114.0001,30.577,114.0002&bbox-crs=EPSG:4490")))
        .containsExactly(1L);
  }

  @Test
  void theWholeWorldIsABoxToo() {
    assertThat(json(PLOTS + "?bbox=-180,-90,180,90").get("numberMatched").asInt()).isEqualTo(100);
    assertThat(json(PLOTS + "?bbox=-10,-10,10,10").get("numberMatched").asInt()).isZero();
  }

  @Test
  void aBoxOfNoSizeIsAPlace() {
    assertThat(ids(json(PLOTS + "?bbox=114.0005,30.5767,114.0005,30.5767"))).containsExactly(1L);
  }

  @Test
  void theAnswerComesInTheSystemAskedFor() {
    HttpResponse<String> own = get(PLOTS + "?limit=1&crs=" + CRS + "EPSG/0/4547");
    assertThat(header(own, "Content-Crs")).isEqualTo("<" + CRS + "EPSG/0/4547>");
    JsonNode corner = json(own).at("/features/0/geometry/coordinates/0/0/0");
    assertThat(corner.get(0).asDouble()).isEqualTo(3384000.0);
    assertThat(corner.get(1).asDouble()).isEqualTo(500000.0);
    assertThat(header(get(PLOTS + "?limit=1"), "Content-Crs"))
        .isEqualTo("<" + CRS + "OGC/1.3/CRS84>");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T00:00:00Z, 2",
    "2026-03-31, 2",
    "2026-04-01, 2",
    "2026-03-01/2026-03-31, 3",
    "../2026-03-15, 2",
    "2026-03-15/.., 3",
    "0000-01-01T00:00:00Z/2026-03-15, 2",
    "2026-03-15/9999-12-31T00:00:00Z, 3",
    "2030-01-01/.., 1"
  })
  void timeIsThatOfTheCityAndFeaturesWithoutOneAlwaysMatch(String datetime, int matched) {
    String path = "/ogc/collections/reports/items?datetime=" + datetime;
    assertThat(json(getAsAdmin(path)).get("numberMatched").asInt()).isEqualTo(matched);
  }

  @Test
  void aFeatureHasAnAddress() {
    JsonNode feature = json(PLOTS + "/42");
    assertThat(feature.get("type").asString()).isEqualTo("Feature");
    assertThat(feature.get("id").asInt()).isEqualTo(42);
    assertThat(link(feature, "self")).isEqualTo(base() + PLOTS + "/42");
    assertThat(link(feature, "collection")).isEqualTo(base() + "/ogc/collections/plots");
    assertThat(json(PLOTS + "/42?crs=EPSG:3857").at("/geometry/coordinates/0/0/0/0").asDouble())
        .isGreaterThan(1.2e7);
  }

  @Test
  void aTableWithoutPlacesIsServedToo() {
    JsonNode page = json("/ogc/collections/timetable/items?bbox=0,0,1,1");
    assertThat(page.get("numberMatched").asInt()).isEqualTo(2);
    assertThat(page.at("/features/0/geometry").isNull()).isTrue();
  }

  @Test
  void anUnchangedLayerIsNotSentAgain() {
    HttpResponse<String> first = get(PLOTS + "?limit=1");
    String etag = header(first, "ETag");
    assertThat(etag).startsWith("W/\"");
    assertThat(header(first, "Cache-Control")).startsWith("public");
    HttpResponse<String> second = get(PLOTS + "?limit=1", "If-None-Match", etag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void onlyHeadersAreSentForHead() {
    HttpResponse<String> response = head(PLOTS + "?limit=1");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(header(response, "Content-Type")).isEqualTo("application/geo+json");
    assertThat(header(response, "ETag")).isNotEmpty();
    assertThat(response.body()).isEmpty();
  }

  @Test
  void aLimitAboveTheMaximumIsTheMaximum() {
    assertThat(json(PLOTS + "?limit=99999999").get("numberReturned").asInt()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "limit=abc | limit | abc",
        "limit=0 | limit | 0",
        "bbox=1,2,3 | bbox | 1,2,3",
        "bbox=5,5,1,1 | bbox | 5,5,1,1",
        "bbox=a,b,c,d | bbox | a,b,c,d",
        "bbox=1,2,3,NaN | bbox | 1,2,3,NaN",
        "bbox-crs=EPSG:2000 | bbox-crs | EPSG:2000",
        "crs=nonsense | crs | nonsense",
        "datetime=2026-05-01/2026-04-01 | datetime | 2026-05-01/2026-04-01",
        "datetime=yesterday | datetime | yesterday",
        "floors=many | floors | many",
        "far=1e999 | far | 1e999",
        "built=2026-13-01 | built | 2026-13-01",
        "listed=perhaps | listed | perhaps",
        "nosuchfield=1 | nosuchfield | 1",
        "owner=秘密1 | owner | 秘密1",
        "after=x | after | x",
        "after=7.WyIrZmFyIiwiMiJd | after | 7.WyIrZmFyIiwiMiJd",
        "sortby=far&after=7 | after | 7",
        "sortby=far&after=7.!!! | after | 7.!!!",
        "sortby=-far&after=7.WyIrZmFyIiwiMiJd | after | 7.WyIrZmFyIiwiMiJd",
        "sortby=nosuch | sortby | nosuch",
        "sortby=-owner | sortby | -owner",
        "sortby=far,far | sortby | far",
        "sortby=far, | sortby | ''",
        "properties=far,owner | properties | owner",
        "skipGeometry=yes | skipGeometry | yes",
        "f=pdf | f | pdf",
        "lang=fr | lang | fr",
        "code=R&code=B | code | R & B"
      })
  void aWrongValueIsNamed(String query, String parameter, String value) {
    HttpResponse<String> response =
        get(PLOTS + "?" + query.replace("秘密", "%E7%A7%98%E5%AF%86"), "Accept-Language", "en");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
    assertThat(header(response, "ETag")).isEmpty();
    JsonNode problem = json(response);
    assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
    assertThat(problem.get("value").asString()).isEqualTo(value);
    assertThat(problem.get("expected").asString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc/collections/nosuch",
        "/ogc/collections/nosuch/items",
        "/ogc/collections/plots/items/101",
        "/ogc/collections/plots/items/0",
        "/ogc/collections/plots/items/-1",
        "/ogc/collections/plots/items/abc",
        "/ogc/collections/plots/items/99999999999999999999",
        "/ogc/nosuch"
      })
  void whatIsNotThereIsNotFound(String path) {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reports", "drafts", "cameras"})
  void aLayerOfTheStaffIsUnknownToTheAnonymous(String layer) {
    for (String path : List.of("", "/items", "/items/1", "/items?f=html", "/items/1?f=html")) {
      HttpResponse<String> refused = get("/ogc/collections/" + layer + path);
      assertThat(refused.statusCode()).isEqualTo(404);
      assertThat(refused.body()).doesNotContain("机密");
    }
    HttpResponse<String> admitted = getAsAdmin("/ogc/collections/" + layer + "/items");
    assertThat(admitted.statusCode()).isEqualTo(200);
    assertThat(admitted.body()).contains("机密");
    assertThat(header(admitted, "Cache-Control")).startsWith("private");
  }

  @Test
  void anEncodingThatNobodyServesIsNotAcceptable() {
    HttpResponse<String> response = get(PLOTS, "Accept", "image/png");
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
  }

  static String link(JsonNode document, String rel) {
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(rel)) {
        return link.get("href").asString();
      }
    }
    return null;
  }

  private static List<Long> ids(JsonNode page) {
    List<Long> ids = new ArrayList<>();
    page.get("features").forEach(f -> ids.add(f.get("id").asLong()));
    return ids;
  }
}
