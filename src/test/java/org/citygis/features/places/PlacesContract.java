package org.citygis.features.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.features.places.spelling.NameQuery;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
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

  @ParameterizedTest
  @CsvSource({
    "changjianglu, 长江路, exact",
    "chang jiang lu, 长江路, exact",
    "zhangjiang, 长江路, prefix",
    "cjl, 长江路, initials",
    "长jiang, 长江路, prefix",
    "長江, 长江路, prefix",
    "avenue yunchuan, 云川大道, words",
    "yunchuan dadao zh, 云川大道站, prefix"
  })
  void pinyinInFullOrByInitialsAndEveryReading(String q, String name, String match) {
    JsonNode place = place(search(q, ""), name);
    assertThat(place.get("match").asString()).isEqualTo(match);
  }

  @Test
  void whatWasTypedIsMarkedInWhatIsShown() {
    JsonNode place = place(search("dadao", ""), "云川大道站");
    assertThat(place.get("match").asString()).isEqualTo("substring");
    assertThat(place.get("field").asString()).isEqualTo("name");
    assertThat(place.get("highlights").toString()).isEqualTo("{\"name\":[[2,4]]}");
    JsonNode both = place(search("Yunchuan", ""), "云川");
    assertThat(both.get("highlights").toString())
        .isEqualTo("{\"name\":[[0,2]],\"name_en\":[[0,8]]}");
    JsonNode words = place(search("avenue yunch", ""), "云川大道");
    assertThat(words.at("/highlights/name_en").toString()).isEqualTo("[[0,5],[9,15]]");
    assertThat(json("/api/places?q=yunchuan").get("incomplete")).isEmpty();
  }

  @Test
  void theViewOrAPlaceSaysWhatIsNear() {
    assertThat(names(search("地块", "&bbox=114,30.5762,114.0002,30.5764")).getFirst())
        .isEqualTo("云川地块1");
    assertThat(names(search("地块", "&near=114.0001,30.5763&limit=1"))).containsExactly("云川地块1");
  }

  @Test
  void layersMayBeChosenAmongThoseThatOneMaySee() {
    assertThat(names(search("yunchuan", "&layers=ways"))).containsExactly("云川大道");
    assertThat(get("/api/places?q=a&layers=drafts").statusCode()).isEqualTo(404);
    assertThat(get("/api/places?q=a&layers=nowhere").statusCode()).isEqualTo(404);
  }

  @Test
  void anEditedNameIsFoundAndItsFormerOneIsNot() {
    assertThat(getAsAdmin("/api/places?q=wushi").body()).contains("机密无时");
    rename(4, "机密有时");
    assertThat(getAsAdmin("/api/places?q=wushi").body()).doesNotContain("机密");
    long end = System.nanoTime() + 3 * PATIENCE;
    while (!getAsAdmin("/api/places?q=youshi").body().contains("机密有时")) {
      assertThat(System.nanoTime()).as("the new name is found soon").isLessThan(end);
    }
    rename(4, "机密无时");
  }

  private void rename(long fid, String title) {
    store.update(reports(), fid, null, Map.of("title", title));
    layers.touched("reports");
  }

  private FeatureTable reports() {
    return layers.all().stream()
        .filter(layer -> layer.id().equals("reports"))
        .findFirst()
        .orElseThrow()
        .table();
  }

  @Test
  void aLayerWithoutRoomInMemoryIsAskedBySql() {
    LayerNames none = new LayerNames(layers, store, 10);
    OpenLayer ways = layers.open(User.ANONYMOUS, "ways", Action.QUERY);
    assertThat(none.find(ways, System.nanoTime() + PATIENCE)).isEmpty();
    NameSearch pinyin = newSearch("cjl");
    assertThat(new NamedInDatabase(store).search("cjl", 20, pinyin, ways)).isPresent();
    NameSearch written = newSearch("长江");
    assertThat(new NamedInDatabase(store).search("长江", 20, written, ways)).isEmpty();
    assertThat(fids(written)).containsExactly(2L);
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
    "q=a&surprise=1, surprise",
    "q=a&near=1, near",
    "q=a&near=30;114, near",
    "q=a&near=30%2C114, lat",
    "q=a&bbox=1%2C2%2C3, bbox",
    "q=%00%09%1F, q"
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

  @Test
  void ofTextUpToAHundredCharactersThereIsASearch() {
    assertThat(get("/api/places?q=" + "a".repeat(100)).statusCode()).isEqualTo(200);
    HttpResponse<String> tooLong = get("/api/places?q=" + "a".repeat(101));
    assertThat(tooLong.statusCode()).isEqualTo(400);
    assertThat(json(tooLong).get("parameter").asString()).isEqualTo("q");
  }

  private static JsonNode place(JsonNode places, String name) {
    return places
        .valueStream()
        .filter(p -> p.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " is not among " + places));
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
