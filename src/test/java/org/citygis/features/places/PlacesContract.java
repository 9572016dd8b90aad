package org.citygis.features.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.citygis.catalog.Layers;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.features.places.spelling.NameQuery;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Names in the layers, on both databases. */
abstract class PlacesContract extends AgainstTheTestCity {
  private static final long PATIENCE = 10_000_000_000L;

  @Autowired Layers layers;
  @Autowired FeatureStore store;

  @Test
  void exactNamesComeBeforeBeginningsAndThoseBeforeParts() {
    List<String> names = names(search("云川", "&limit=50"));
    assertThat(names.getFirst()).isEqualTo("云川");
    assertThat(names.subList(1, 49)).allMatch(name -> name.startsWith("云川"));
    assertThat(names(search("大云川", ""))).containsExactly("大云川");
    assertThat(names(search("云川大道", ""))).containsExactly("云川大道", "云川大道站");
  }

  @Test
  void nearerOfEquallyGoodMatchesComesFirst() {
    assertThat(names(search("地块", "&lon=114.00999&lat=30.5852&limit=3"))).contains("云川地块100");
    assertThat(names(search("地块", "&lon=114.0001&lat=30.5763&limit=3")).getFirst())
        .isEqualTo("云川地块1");
  }

  @ParameterizedTest
  @CsvSource({"CHANGJIANG road, 长江路", "ｃｈａｎｇ, 长江路", "江, 长江路", "great, 大云川"})
  void bothLanguagesInAnyWriting(String q, String name) {
    assertThat(names(search(q, ""))).contains(name);
  }

  @Test
  void aPlaceTellsWhereAndWhatItIs() {
    JsonNode place = search("Changjiang", "&lang=en").get(0);
    assertThat(place.get("layer").asString()).isEqualTo("ways");
    assertThat(place.get("fid").asInt()).isEqualTo(2);
    assertThat(place.get("name").asString()).isEqualTo("长江路");
    assertThat(place.get("name_en").asString()).isEqualTo("Changjiang Road");
    assertThat(place.get("kind").asString()).isEqualTo("Ways");
    assertThat(place.get("lon").asDouble()).isEqualTo(114.005);
    assertThat(place.get("lat").asDouble()).isBetween(30.57, 30.59);
    assertThat(place.get("bbox")).hasSize(4);
  }

  @Test
  void wildcardsAreSignsLikeOthers() {
    assertThat(search("%", "")).isEmpty();
    assertThat(search("*", "")).isEmpty();
    assertThat(search("_", "")).isEmpty();
  }

  @Test
  void namesOfTheStaffsLayersAreNotFoundByTheAnonymous() {
    assertThat(search("机密", "")).isEmpty();
    String path = "/api/places?limit=50&q=" + URLEncoder.encode("机密", StandardCharsets.UTF_8);
    assertThat(names(json(getAsAdmin(path)).get("places"))).contains("机密草案", "机密火警", "机密CAM-1");
    assertThat(search("机密", "")).isEmpty();
    assertThat(search("秘密", "")).as("a hidden field").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "q=, q",
    "q=%20, q",
    "q=a&limit=0, limit",
    "q=a&lon=114, lat",
    "q=a&lon=x&lat=1, lon",
    "q=a&surprise=1, surprise"
  })
  void aWrongValueIsNamed(String query, String parameter) {
    HttpResponse<String> response = get("/api/places?" + query);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo(parameter);
  }

  /** A layer too large for memory is searched by SQL; both ways must agree. */
  @ParameterizedTest
  @CsvSource({"云川", "plot 1", "1", "ROAD", "云川地块100", "nothing", "!", "100%", "1 plot", "川 1"})
  void theDatabaseFindsWhatTheIndexFinds(String q) {
    LayerNames names = new LayerNames(layers, store);
    layers
        .list(User.ANONYMOUS, Action.QUERY)
        .forEach(
            layer -> {
              if (!LayerNames.searched(layer).isEmpty()) {
                NameSearch indexed = newSearch(q);
                names
                    .find(layer, System.nanoTime() + PATIENCE)
                    .orElseThrow()
                    .search(indexed, layer);
                NameSearch queried = newSearch(q);
                new NamedInDatabase(store).search(q, 20, queried, layer);
                assertThat(fids(queried)).containsExactlyElementsOf(fids(indexed));
              }
            });
  }

  /** The city's south-west corner is 500000 3384000 in EPSG:4547, 114 E 30.5762958 N. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "114.0001,30.5763|EPSG:4490",
        "北纬30.5763度 东经114.0001度|EPSG:4490",
        "X=3384001 Y=500010|EPSG:4547",
        "38500010 3384001|EPSG:4526"
      })
  void aPositionStandsBesideThePlaces(String q, String crs) {
    JsonNode position = positions(q, "").get(0);
    assertThat(position.get("lon").asDouble()).isBetween(114.00009, 114.00011);
    assertThat(position.get("lat").asDouble()).isBetween(30.5762, 30.5764);
    assertThat(position.get("crs").asString()).isEqualTo(crs);
    assertThat(position.get("shifted").isNull()).isTrue();
    assertThat(position.get("in_city").asBoolean()).isTrue();
    assertThat(position.get("accuracy_m").asDouble()).isPositive();
    assertThat(position.get("title").get("zh").asString()).startsWith("东经 114.000");
    assertThat(position.get("read").get("en").asString()).isNotBlank();
    assertThat(position.get("notations").get("gauss_kruger").get("crs").asString())
        .isEqualTo("EPSG:4547");
  }

  @Test
  void aNameIsNoPositionAndAShiftIsSaid() {
    assertThat(positions("云川", "")).isEmpty();
    JsonNode shifted = positions("高德 114.0054,30.5740", "").get(0);
    assertThat(shifted.get("shifted").asString()).isEqualTo("GCJ-02");
    assertThat(shifted.get("lon").asDouble()).isLessThan(114.003);
  }

  @Test
  void ofTwoReadingsTheNearerToTheViewComesFirst() {
    assertThat(positions("60.5 40.25", "&lon=60&lat=40").get(0).get("lon").asDouble())
        .isEqualTo(60.5);
    assertThat(positions("60.5 40.25", "&lon=40&lat=60").get(0).get("lon").asDouble())
        .isEqualTo(40.25);
  }

  private JsonNode positions(String q, String more) {
    return json("/api/places?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more)
        .get("positions");
  }

  private static NameSearch newSearch(String q) {
    return NameSearch.of(NameQuery.of(q), new Nearness(null), 20);
  }

  private static List<Long> fids(NameSearch search) {
    return search.best().bestFirst().stream().map(Match::fid).toList();
  }

  private JsonNode search(String q, String more) {
    return json("/api/places?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + more)
        .get("places");
  }

  private static List<String> names(JsonNode places) {
    return places.valueStream().map(p -> p.get("name").asString()).toList();
  }
}
