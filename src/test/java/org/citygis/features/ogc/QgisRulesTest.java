package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What QGIS and GDAL need in practice, rule by rule, as their sources show it: each test is one
 * rule without which a user of theirs sees less, or nothing.
 */
@OnH2gis
class QgisRulesTest extends AgainstTheTestCity {
  private static final String PLOTS = "/ogc/collections/plots/items";
  private static final String SPEC = "http://www.opengis.net/spec/";

  /** Rule 1: QGIS compares these types as strings, and stops at a document of OpenAPI 3.1 only. */
  @Test
  void theLandingPageLeadsToADefinitionInOpenApi30AndToTheData() {
    JsonNode landing = json("/ogc");
    String definition = typed(landing, "service-desc", Format.OPENAPI.toString());
    assertThat(Format.OPENAPI).hasToString("application/vnd.oai.openapi+json;version=3.0");
    HttpResponse<String> answer = get(definition);
    assertThat(header(answer, "Content-Type")).isEqualTo(Format.OPENAPI.toString());
    assertThat(json(answer).get("openapi").asString()).startsWith("3.0.");
    JsonNode collections = json(typed(landing, "data", "application/json"));
    assertThat(collections.get("collections")).isNotEmpty();
  }

  /** Rule 2: default and maximum of limit are read from the definition; then come two questions. */
  @Test
  void theLimitIsThatOfTheDefinition() {
    JsonNode limit = json("/ogc/api").at("/components/parameters/limit/schema");
    assertThat(json(PLOTS).get("numberReturned").asInt())
        .isEqualTo(Math.min(100, limit.get("default").asInt()));
    assertThat(limit.get("maximum").asInt()).isEqualTo(10_000);
    assertThat(json(PLOTS + "?limit=10").get("features")).hasSize(10);
    assertThat(json(PLOTS + "?limit=1").get("numberMatched").asInt()).isEqualTo(100);
  }

  /** Rule 3: pages are followed by the next link alone. */
  @Test
  void theNextLinkIsTypedAbsoluteAndKeepsEveryParameter() {
    JsonNode page =
        json(
            PLOTS + "?limit=3&code=R&bbox=113,30,115,31&sortby=-far&properties=far&crs=EPSG:4490",
            "X-Forwarded-Host",
            "gis.example.cn",
            "X-Forwarded-Proto",
            "https",
            "X-Forwarded-Prefix",
            "/city");
    String next = typed(page, "next", "application/geo+json");
    assertThat(next)
        .startsWith("https://gis.example.cn/city/ogc/collections/plots/items?")
        .contains("limit=3", "code=R", "bbox=113", "sortby=-far", "properties=far", "crs=EPSG");
    String here = next.replace("https://gis.example.cn/city", base());
    assertThat(json(here).get("numberMatched").asInt()).isEqualTo(50);
  }

  /** Rule 4: a system is asked for only where Part 2 is declared and the stored one is told. */
  @Test
  void referenceSystemsAreNegotiated() {
    assertThat(conformance()).contains(SPEC + "ogcapi-features-2/1.0/conf/crs");
    JsonNode plots = json("/ogc/collections/plots");
    String stored = plots.get("storageCrs").asString();
    assertThat(plots.get("crs").valueStream().map(JsonNode::asString)).contains(stored);
    assertThat(header(get(PLOTS + "?limit=1&crs=" + stored), "Content-Crs"))
        .isEqualTo("<" + stored + ">");
  }

  /** Rule 5: conditions are passed on only where all of these are declared, the old name too. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ogcapi-features-3/1.0/conf/filter",
        "ogcapi-features-3/1.0/conf/features-filter",
        "cql2/1.0/conf/cql2-text",
        "cql2/1.0/conf/basic-cql2",
        "cql2/1.0/conf/advanced-comparison-operators",
        "cql2/1.0/conf/basic-spatial-functions",
        "cql2/1.0/conf/basic-spatial-operators"
      })
  void filtersAreDeclared(String name) {
    assertThat(conformance()).contains(SPEC + name);
  }

  /** Rule 5, kept: conditions as QGIS writes them for its expressions. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(code%20=%20'R')%20AND%20(far%20%3E%202)",
        "name%20LIKE%20'%25Plot%25'%20OR%20floors%20BETWEEN%201%20AND%203",
        "code%20IN%20('R','B')",
        "NOT%20(built%20IS%20NULL)",
        "S_INTERSECTS(geometry,POLYGON((114%2030.5,114.01%2030.5,114.01%2030.6,114%2030.5)))",
        "S_INTERSECTS(geometry,BBOX(114,30.5,114.01,30.6))"
      })
  void filtersAreAnswered(String filter) {
    JsonNode page = json(PLOTS + "?limit=10&filter-lang=cql2-text&filter=" + filter);
    assertThat(page.get("numberMatched").asInt()).isPositive();
  }

  /** Rule 5, the fields: QGIS and GDAL pass on what queryables or parameters list. */
  @Test
  void queryablesAreLinkedAndListed() {
    String address =
        typed(
            json("/ogc/collections/plots"),
            "http://www.opengis.net/def/rel/ogc/1.0/queryables",
            "application/schema+json");
    assertThat(json(address).get("properties").propertyNames()).contains("code", "geometry");
  }

  /** Rule 6: an open end is written as year 0 or 9999. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T00:00:00Z/9999-12-31T00:00:00Z",
        "0000-01-01T00:00:00Z/2026-04-30T00:00:00Z"
      })
  void anEndOfTimeIsAnOpenEnd(String span) {
    JsonNode page = json(getAsAdmin("/ogc/collections/reports/items?datetime=" + span));
    assertThat(page.get("numberMatched").asInt()).isEqualTo(4);
  }

  /** Rule 7: a layer is offered for editing where OPTIONS says POST; this one may not be edited. */
  @Test
  void optionsTellWhetherALayerCanBeEdited() {
    assertThat(header(options(PLOTS), "Allow")).contains("GET").doesNotContain("POST");
  }

  /** Rule 8: GDAL stops on a type that it did not ask for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc | application/json",
        "/ogc/conformance | application/json",
        "/ogc/collections | application/json",
        "/ogc/collections/plots | application/json",
        "/ogc/collections/plots/items | application/geo+json",
        "/ogc/collections/plots/items/1 | application/geo+json",
        "/ogc/collections/plots/queryables | application/schema+json"
      })
  void theTypeIsTheOneAskedFor(String rule) {
    String[] parts = rule.split(" \\| ");
    HttpResponse<String> asked = get(parts[0], "Accept", parts[1] + ", application/json;q=0.5");
    assertThat(header(asked, "Content-Type")).isEqualTo(parts[1]);
  }

  private List<String> conformance() {
    List<String> classes = new ArrayList<>();
    json("/ogc/conformance").get("conformsTo").forEach(uri -> classes.add(uri.asString()));
    assertThat(classes).doesNotHaveDuplicates();
    return classes;
  }

  private static String typed(JsonNode document, String rel, String type) {
    for (JsonNode link : document.get("links")) {
      if (link.get("rel").asString().equals(rel) && link.get("type").asString().equals(type)) {
        return link.get("href").asString();
      }
    }
    throw new AssertionError("no link " + rel + " of type " + type);
  }
}
