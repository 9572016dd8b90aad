package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.citygis.features.AgainstTheTestCity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Queryables, schema and sortables as Parts 3 and 5 have them. */
abstract class SchemaContract extends AgainstTheTestCity {
  private static final String PLOTS = "/ogc/collections/plots";
  private static final String REL = "http://www.opengis.net/def/rel/ogc/1.0/";

  @ParameterizedTest
  @ValueSource(strings = {"schema", "queryables", "sortables"})
  void everyDocumentIsASchemaThatTheCollectionLinksTo(String kind) {
    String address = ItemsContract.link(json(PLOTS), REL + kind);
    assertThat(address).isEqualTo(base() + PLOTS + "/" + kind);
    HttpResponse<String> response = get(address);
    assertThat(header(response, "Content-Type")).isEqualTo("application/schema+json");
    JsonNode schema = json(response);
    assertThat(schema.get("$schema").asString())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$id").asString()).isEqualTo(address);
    assertThat(schema.get("type").asString()).isEqualTo("object");
    assertThat(schema.get("additionalProperties").asBoolean()).isFalse();
    assertThat(response.body()).doesNotContain("owner");
    assertThat(head(address).statusCode()).isEqualTo(200);
    assertThat(get(PLOTS + "/" + kind + "?surprise=1").statusCode()).isEqualTo(400);
    assertThat(get("/ogc/collections/reports/" + kind).statusCode()).isEqualTo(404);
    assertThat(get(address, "Accept", "image/png").statusCode()).isEqualTo(406);
    assertThat(get(address, "If-None-Match", header(response, "ETag")).statusCode()).isEqualTo(304);
  }

  @Test
  void theSchemaTellsTypesRolesAndOrder() {
    JsonNode properties = json(PLOTS + "/schema?lang=en").get("properties");
    assertThat(properties.propertyNames())
        .containsExactly(
            "fid", "code", "name", "name_en", "far", "floors", "built", "listed", "geometry");
    assertThat(properties.at("/fid/x-ogc-role").asString()).isEqualTo("id");
    assertThat(properties.at("/geometry/x-ogc-role").asString()).isEqualTo("primary-geometry");
    assertThat(properties.at("/geometry/format").asString()).isEqualTo("geometry-multipolygon");
    assertThat(properties.get("geometry").has("type")).isFalse();
    assertThat(properties.at("/far/type").asString()).isEqualTo("number");
    assertThat(properties.at("/far/title").asString()).isEqualTo("Floor area ratio");
    assertThat(properties.at("/built/format").asString()).isEqualTo("date");
    assertThat(properties.at("/floors/type").asString()).isEqualTo("integer");
    assertThat(properties.at("/listed/type").asString()).isEqualTo("boolean");
    Set<Integer> places = new HashSet<>();
    properties.forEach(property -> places.add(property.get("x-ogc-propertySeq").asInt()));
    assertThat(places).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8);
    JsonNode time = json(getAsAdmin("/ogc/collections/reports/schema"));
    assertThat(time.at("/properties/occurred_at/x-ogc-role").asString())
        .isEqualTo("primary-instant");
    assertThat(time.at("/properties/occurred_at/format").asString()).isEqualTo("date-time");
    assertThat(json("/ogc/collections/timetable/schema").get("properties").propertyNames())
        .containsExactly("fid", "line");
  }

  @Test
  void codesComeWithTheirTitlesInTheLanguageAskedForOrAsAReference() {
    JsonNode zh = json(PLOTS + "/queryables?lang=zh").at("/properties/code/oneOf");
    assertThat(zh).hasSize(3);
    assertThat(zh.get(0).get("const").asString()).isEqualTo("R");
    assertThat(zh.get(0).get("title").asString()).isEqualTo("居住用地");
    JsonNode en = json(PLOTS + "/queryables", "Accept-Language", "en").at("/properties/code");
    assertThat(en.at("/oneOf/0/title").asString()).isEqualTo("Residential");
    HttpResponse<String> byReference = get(PLOTS + "/schema?profile=codelists-ref");
    assertThat(header(byReference, "Link")).contains("codelists-ref>; rel=\"profile\"");
    assertThat(json(byReference).at("/properties/code/x-ogc-codelistUri").asString())
        .isEqualTo(base() + "/api/codes#use");
    assertThat(json(byReference).at("/properties/code").has("oneOf")).isFalse();
    assertThat(get(PLOTS + "/schema?profile=nosuch").statusCode()).isEqualTo(400);
  }

  @Test
  void everyQueryableIsAParameterAndMayStandInAFilter() {
    for (String name : json(PLOTS + "/queryables").get("properties").propertyNames()) {
      if (!name.equals("geometry")) {
        assertThat(get(PLOTS + "/items?limit=1&" + name + "=").statusCode()).isEqualTo(200);
      }
      assertThat(get(PLOTS + "/items?limit=1&filter=" + name + "%20IS%20NULL").statusCode())
          .as(name)
          .isEqualTo(200);
    }
    assertThat(get(PLOTS + "/items?filter=owner%20IS%20NULL").statusCode()).isEqualTo(400);
  }

  @Test
  void everySortableCanBeSortedBy() {
    Iterable<String> names = json(PLOTS + "/sortables").get("properties").propertyNames();
    assertThat(names)
        .containsExactly("code", "name", "name_en", "far", "floors", "built", "listed");
    for (String name : names) {
      assertThat(get(PLOTS + "/items?limit=1&sortby=-" + name).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aSchemaIsAPageToo() {
    String page = get(PLOTS + "/queryables?f=html&lang=en").body();
    assertThat(page)
        .startsWith("<!doctype html>")
        .contains("<code>far</code>", "Floor area ratio", "Residential", "JSON Schema")
        .doesNotContain("owner", " style=");
  }
}
