package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citygis.features.AgainstTheTestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the API says of itself. */
abstract class DescriptionContract extends AgainstTheTestCity {

  /** The rules that QGIS and GDAL hold a landing page to. */
  @Test
  void theLandingPageHasTheLinksThatClientsLookFor() {
    for (String path : List.of("/ogc", "/ogc/")) {
      JsonNode landing = json(path);
      assertThat(types(landing, "service-desc"))
          .containsExactly("application/vnd.oai.openapi+json;version=3.0");
      assertThat(types(landing, "service-doc")).containsExactly("text/html");
      assertThat(types(landing, "data")).contains("application/json");
      assertThat(types(landing, "conformance")).containsExactly("application/json");
      assertThat(types(landing, "self")).containsExactly("application/json");
      assertThat(types(landing, "alternate")).containsExactly("text/html");
    }
  }

  @Test
  void everyLinkOfTheLandingPageIsServedAsTyped() {
    for (JsonNode link : json("/ogc").get("links")) {
      HttpResponse<String> response = get(link.get("href").asString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "Content-Type").replace(" ", ""))
          .startsWith(link.get("type").asString());
    }
  }

  @Test
  void onlyWhatIsDoneIsDeclared() {
    List<String> classes = new ArrayList<>();
    json("/ogc/conformance").get("conformsTo").forEach(c -> classes.add(c.asString()));
    assertThat(classes)
        .contains(
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
            "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
            "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/features-filter",
            "http://www.opengis.net/spec/ogcapi-features-4/1.0/conf/create-replace-delete",
            "http://www.opengis.net/spec/ogcapi-features-5/1.0/conf/schemas",
            "http://www.opengis.net/spec/ogcapi-features-8/1.0/conf/features-sorting",
            "http://www.opengis.net/spec/cql2/1.0/conf/basic-cql2",
            "http://www.opengis.net/spec/ogcapi-tiles-1/1.0/conf/mvt")
        .doesNotHaveDuplicates()
        .noneMatch(c -> c.contains("ogcapi-processes"));
  }

  @Test
  void theAnonymousSeesTheCollectionsOfThePublicOnly() {
    assertThat(collectionIds(json("/ogc/collections")))
        .containsExactlyInAnyOrder("plots", "ways", "stops", "timetable");
    assertThat(collectionIds(json(getAsAdmin("/ogc/collections"))))
        .contains("plots", "drafts", "reports", "cameras");
  }

  @Test
  void aCollectionTellsItsPlaceSystemsAndItems() {
    JsonNode plots = json("/ogc/collections/plots?lang=en");
    assertThat(plots.get("title").asString()).isEqualTo("Plots");
    assertThat(plots.get("itemType").asString()).isEqualTo("feature");
    assertThat(plots.get("storageCrs").asString())
        .isEqualTo("http://www.opengis.net/def/crs/EPSG/0/4547");
    assertThat(plots.get("crs").valueStream().map(JsonNode::asString))
        .contains(
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84", plots.get("storageCrs").asString());
    assertThat(types(plots, "items"))
        .containsExactly(
            "application/geo+json",
            "text/html",
            "text/csv",
            "application/vnd.flatgeobuf",
            "application/vnd.ogc.fg+json");
    JsonNode bbox = plots.at("/extent/spatial/bbox/0");
    assertThat(bbox.get(0).asDouble()).isBetween(113.9999, 114.0001);
    assertThat(bbox.get(3).asDouble()).isBetween(30.585, 30.586);
    assertThat(json("/ogc/collections/timetable").has("extent")).isFalse();
  }

  @Test
  void aCollectionWithATimeTellsFromWhenToWhen() {
    JsonNode interval =
        json(getAsAdmin("/ogc/collections/reports")).at("/extent/temporal/interval/0");
    assertThat(interval.get(0).asString()).isEqualTo("2026-03-01T08:00:00+08:00");
    assertThat(interval.get(1).asString()).isEqualTo("2026-04-01T00:00:00+08:00");
    assertThat(json("/ogc/collections/plots").at("/extent/temporal").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json",
    "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html",
    "*/*, application/json",
    "'text/html;q=0.5, application/json', application/json",
    "application/*, application/json"
  })
  void acceptChoosesTheEncoding(String accept, String type) {
    assertThat(header(get("/ogc/collections", "Accept", accept), "Content-Type")).startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc/conformance",
        "/ogc/collections",
        "/ogc/collections/plots",
        "/ogc/api"
      })
  void anUnknownParameterIsRefusedEverywhere(String path) {
    HttpResponse<String> response = get(path + "?surprise=1");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).get("parameter").asString()).isEqualTo("surprise");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?=x", "?%F3%AB%A4%B9k=1", "?a%00b=1", "?f=%FF"})
  void aParameterThatCannotBeReadIsRefused(String query) {
    for (String path : List.of("/ogc/collections", "/ogc/collections/plots/items", "/api/places")) {
      HttpResponse<String> response = get(path + query);
      assertThat(response.statusCode()).as(path + query).isEqualTo(400);
    }
  }

  @Test
  void aDocumentThatDidNotChangeIsNotSentAgain() {
    String etag = header(get("/ogc/collections"), "ETag");
    assertThat(get("/ogc/collections", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void theDefinitionListsWhatTheUserMaySeeWithItsRealLimits() {
    HttpResponse<String> response = get("/ogc/api");
    assertThat(header(response, "Content-Type").replace(" ", ""))
        .isEqualTo("application/vnd.oai.openapi+json;version=3.0");
    JsonNode api = json(response);
    assertThat(api.get("openapi").asString()).startsWith("3.0");
    assertThat(api.at("/components/parameters/limit/schema/maximum").asInt()).isEqualTo(10_000);
    assertThat(api.at("/components/parameters/limit/schema/default").asInt()).isEqualTo(100);
    assertThat(api.at("/servers/0/url").asString()).isEqualTo(base() + "/ogc");
    assertThat(api.get("paths").propertyNames())
        .contains("/collections/plots/items", "/collections/plots/items/{featureId}")
        .doesNotContain("/collections/reports/items");
    assertThat(response.body()).doesNotContain("owner");
    assertThat(json(getAsAdmin("/ogc/api")).get("paths").propertyNames())
        .contains("/collections/reports/items");
  }

  /**
   * QGIS filters by a field only where style, explode and type of its parameter are spelled out.
   */
  @Test
  void fieldsAreParametersThatQgisUnderstands() {
    JsonNode api = json("/ogc/api");
    Set<String> fields = new java.util.HashSet<>();
    for (JsonNode parameter : api.at("/paths/~1collections~1plots~1items/get/parameters")) {
      if (parameter.path("style").asString("").equals("form")) {
        assertThat(parameter.get("explode").asBoolean()).isFalse();
        assertThat(parameter.at("/schema/type").isString()).isTrue();
        fields.add(parameter.get("name").asString());
      }
    }
    assertThat(fields)
        .containsExactlyInAnyOrder("code", "name", "name_en", "far", "floors", "built", "listed");
  }

  @Test
  void everyReferenceOfTheDefinitionLeadsSomewhere() {
    JsonNode api = json(getAsAdmin("/ogc/api"));
    List<String> references = new ArrayList<>();
    collectReferences(api, references);
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(api.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void everyParameterOfAPathIsDeclaredAndEveryOperationHasAnIdOfItsOwn() {
    JsonNode api = json(getAsAdmin("/ogc/api"));
    List<String> ids = new ArrayList<>();
    for (String path : api.get("paths").propertyNames()) {
      JsonNode get = api.get("paths").get(path).get("get");
      ids.add(get.get("operationId").asString());
      assertThat(get.get("responses").has("200")).isTrue();
      if (path.contains("{featureId}")) {
        assertThat(get.get("parameters").toString()).contains("#/components/parameters/featureId");
      }
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(api.at("/components/parameters/featureId/required").asBoolean()).isTrue();
  }

  private static void collectReferences(JsonNode node, List<String> references) {
    if (node.has("$ref")) {
      references.add(node.get("$ref").asString());
    }
    node.values().forEach(child -> collectReferences(child, references));
  }

  private static List<String> collectionIds(JsonNode document) {
    return document.get("collections").valueStream().map(c -> c.get("id").asString()).toList();
  }

  private static List<String> types(JsonNode document, String rel) {
    return document
        .get("links")
        .valueStream()
        .filter(link -> link.get("rel").asString().equals(rel))
        .map(link -> link.get("type").asString())
        .toList();
  }
}
