package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.testing.ApiFuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document is one, and the server does what it says. */
abstract class DefinitionContract extends AgainstTheTestCity {

  @ParameterizedTest
  @CsvSource({"zh, true", "en, true", "zh, false", "en, false"})
  void theDefinitionIsValidOpenApi(String language, boolean admin) {
    String path = "/ogc/api?lang=" + language;
    HttpResponse<String> answer = admin ? getAsAdmin(path) : get(path);
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(answer.body());
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
    JsonNode api = json(answer);
    for (JsonNode reference : api.findValues("$ref")) {
      String pointer = reference.asString().substring(1);
      assertThat(api.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void theLimitsAreThoseOfTheServer() {
    JsonNode limit = json("/ogc/api").at("/components/parameters/limit/schema");
    assertThat(limit.get("minimum").asInt()).isEqualTo(1);
    assertThat(limit.get("default").asInt()).isEqualTo(ItemsRequest.DEFAULT_LIMIT);
    assertThat(limit.get("maximum").asInt()).isEqualTo(ItemsRequest.MAX_LIMIT);
  }

  @Test
  void systemsEncodingsAndFieldsAreListedAsTheyAre() {
    JsonNode api = json(getAsAdmin("/ogc/api"));
    JsonNode parameters = api.at("/components/parameters");
    assertThat(parameters.at("/plots_crs/schema/enum").toString())
        .contains("http://www.opengis.net/def/crs/OGC/1.3/CRS84", "EPSG/0/4490");
    assertThat(parameters.at("/items-f/schema/enum").toString())
        .isEqualTo("[\"json\",\"html\",\"csv\",\"fgb\",\"jsonfg\"]");
    assertThat(parameters.at("/plots_sortby/schema/items/enum").toString()).contains("\"-name\"");
    assertThat(parameters.at("/filter/schema/maxLength").asInt()).isEqualTo(100_000);
    assertThat(api.get("paths").propertyNames())
        .contains(
            "/collections/plots/queryables",
            "/collections/plots/schema",
            "/collections/plots/sortables");
  }

  @Test
  void noRequestOfAnyKindBreaksTheServer() throws Exception {
    ApiFuzz asAdmin = new ApiFuzz(json(getAsAdmin("/ogc/api")), basic(), 20261125);
    ApiFuzz asNobody = new ApiFuzz(json("/ogc/api"), "", 4);
    List<String> findings = asAdmin.run(Set.of("GET"), 60, Duration.ofSeconds(15));
    findings.addAll(asNobody.run(Set.of("GET"), 40, Duration.ofSeconds(10)));
    assertThat(findings).isEmpty();
    assertThat(asAdmin.answers()).containsKeys(200, 400, 404);
  }
}
