package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Profiles of features, by the rules of OGC 23-058r2 (profile) and OGC 21-045r1 (JSON-FG 1.0). */
abstract class JsonFgContract extends AgainstTheTestCity {
  private static final String PLOTS = "/ogc/collections/plots/items";
  private static final String OWN = "crs=http://www.opengis.net/def/crs/EPSG/0/4547";
  private static final String REGISTER = "http://www.opengis.net/def/profile/OGC/0/";

  @Test
  void aCollectionSaysWhatItIsAndWhereItsFeaturesAre() {
    HttpResponse<String> response = get(PLOTS + "?f=jsonfg&limit=2&" + OWN);
    assertThat(header(response, "Content-Type")).isEqualTo("application/vnd.ogc.fg+json");
    assertThat(header(response, "Content-Crs")).contains("EPSG/0/4547");
    assertThat(response.headers().allValues("Link"))
        .contains("<" + REGISTER + "jsonfg-plus>; rel=\"profile\"");
    JsonNode page = json(response);
    assertThat(page.get("conformsTo").toString())
        .contains("http://www.opengis.net/spec/json-fg-1/1.0/conf/core")
        .contains("http://www.opengis.net/spec/json-fg-1/1.0/conf/types-schemas");
    assertThat(page.get("featureType").asString()).isEqualTo("plots");
    assertThat(page.get("featureSchema").asString()).endsWith("/ogc/collections/plots/schema");
    assertThat(get(page.get("featureSchema").asString()).statusCode()).isEqualTo(200);
    assertThat(page.get("geometryDimension").asInt()).isEqualTo(2);
    assertThat(page.get("coordRefSys").asString())
        .isEqualTo("http://www.opengis.net/def/crs/EPSG/0/4547");
    JsonNode feature = page.get("features").get(0);
    // The register has northing before easting for EPSG:4547.
    JsonNode corner = feature.at("/place/coordinates/0/0/0");
    assertThat(corner.get(0).asDouble()).isEqualTo(3384000);
    assertThat(corner.get(1).asDouble()).isEqualTo(500000);
    JsonNode fallback = feature.at("/geometry/coordinates/0/0/0");
    assertThat(fallback.get(0).asDouble()).isEqualTo(114.0);
    assertThat(fallback.get(1).asDouble()).isBetween(30.57, 30.58);
    assertThat(feature.get("time").isNull()).isTrue();
    assertThat(page.get("numberMatched").asInt()).isEqualTo(100);
    assertThat(rels(page)).contains("self", "alternate", "collection", "profile", "next");
  }

  @Test
  void inLongitudeAndLatitudeThereIsNoPlace() {
    JsonNode page = json(PLOTS + "?f=jsonfg&limit=1");
    assertThat(page.has("coordRefSys")).isFalse();
    assertThat(page.at("/features/0/place").isNull()).isTrue();
    assertThat(page.at("/features/0/geometry/type").asString()).isEqualTo("MultiPolygon");
  }

  @Test
  void theProfileDecidesWhetherThereIsAFallback() {
    HttpResponse<String> response = get(PLOTS + "?profile=jsonfg&limit=1&" + OWN);
    assertThat(header(response, "Content-Type")).startsWith("application/geo+json");
    JsonNode feature = json(response).get("features").get(0);
    assertThat(feature.get("geometry").isNull()).isTrue();
    assertThat(feature.at("/place/type").asString()).isEqualTo("MultiPolygon");
    JsonNode plain = json(PLOTS + "?profile=rfc7946&limit=1&" + OWN);
    assertThat(plain.has("conformsTo")).isFalse();
    assertThat(plain.at("/features/0").has("place")).isFalse();
  }

  @Test
  void aFeatureTellsItsTimeInUtcAlsoWhereItIsNotAmongTheProperties() {
    JsonNode report =
        json(
            getAsAdmin(
                "/ogc/collections/reports/items/2?f=jsonfg&properties=title&skipGeometry=true"));
    assertThat(report.at("/time/timestamp").asString()).isEqualTo("2026-03-31T15:59:59Z");
    assertThat(report.get("properties").propertyNames()).containsExactly("title");
    assertThat(report.get("geometry").isNull()).isTrue();
    assertThat(report.get("conformsTo")).isNotEmpty();
    assertThat(report.get("featureType").asString()).isEqualTo("reports");
    assertThat(json(getAsAdmin("/ogc/collections/reports/items/4?f=jsonfg")).get("time").isNull())
        .isTrue();
    JsonNode page = json(getAsAdmin("/ogc/collections/reports/items?f=jsonfg&sortby=-occurred_at"));
    assertThat(page.at("/features/0/time/timestamp").asString()).isEqualTo("2026-03-31T16:00:00Z");
    assertThat(page.get("geometryDimension").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jsonfg | jsonfg",
        "[ogc-profile:jsonfg] | jsonfg",
        REGISTER + "jsonfg-plus | jsonfg-plus",
        "rfc7946,jsonfg | rfc7946",
        "'' | rfc7946",
      })
  void aProfileIsNamedInThreeWays(String asked, String applied) {
    String encoded = java.net.URLEncoder.encode(asked, java.nio.charset.StandardCharsets.UTF_8);
    for (String path : List.of(PLOTS + "?limit=1&profile=", PLOTS + "/7?profile=")) {
      HttpResponse<String> response = get(path + encoded);
      assertThat(response.headers().allValues("Link"))
          .contains("<" + REGISTER + applied + ">; rel=\"profile\"");
      assertThat(json(response).get("links").toString()).contains(REGISTER + applied);
    }
  }

  @Test
  void aProfileThatNobodyKnowsIsRefusedAndOneOfAnotherEncodingPassedOver() {
    for (String path : List.of(PLOTS, PLOTS + "/7", "/ogc/collections/plots/schema")) {
      HttpResponse<String> refused = get(path + "?profile=rel-as-link");
      assertThat(refused.statusCode()).as(path).isEqualTo(400);
      assertThat(json(refused).get("parameter").asString()).isEqualTo("profile");
    }
    assertThat(get(PLOTS + "?f=csv&profile=jsonfg").statusCode()).isEqualTo(200);
    assertThat(get(PLOTS + "?f=jsonfg&profile=rfc7946&limit=1").body()).contains("jsonfg-plus");
  }

  @Test
  void oneFeatureIsNegotiatedAndSelectedFrom() {
    String path = PLOTS + "/7";
    HttpResponse<String> fg = get(path, "Accept", "application/vnd.ogc.fg+json");
    assertThat(header(fg, "Content-Type")).isEqualTo("application/vnd.ogc.fg+json");
    HttpResponse<String> whole = get(path);
    HttpResponse<String> part = get(path + "?properties=name,far&skipGeometry=true");
    assertThat(json(part).get("properties").propertyNames()).containsExactly("name", "far");
    assertThat(json(part).get("geometry").isNull()).isTrue();
    assertThat(List.of(header(whole, "ETag"), header(part, "ETag"), header(fg, "ETag")))
        .doesNotHaveDuplicates()
        .doesNotContain("");
    assertThat(get(path + "?properties=owner").statusCode()).isEqualTo(400);
    assertThat(get(path + "?properties=name", "If-None-Match", header(whole, "ETag")).statusCode())
        .isEqualTo(200);
    assertThat(get(path + "?f=jsonfg", "If-None-Match", header(fg, "ETag")).statusCode())
        .isEqualTo(304);
    assertThat(get(path + "?f=csv").statusCode()).isEqualTo(400);
  }

  @Test
  void theClassesAreDeclared() {
    assertThat(json("/ogc/conformance").get("conformsTo").toString())
        .contains("ogcapi-common-3/1.0/conf/profile-parameter")
        .contains("json-fg-1/1.0/conf/core", "json-fg-1/1.0/conf/api");
  }

  private static List<String> rels(JsonNode page) {
    return page.get("links").valueStream().map(link -> link.get("rel").asString()).toList();
  }
}
