package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.testing.ApiFuzz;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is served under /api is described, in services/*.yaml, and is as it is described. */
@OnH2gis
class ServicesDefinitionTest extends AgainstTheTestCity {
  private static final Set<String> ASKING_BY_POST =
      Set.of("/api/near", "/api/statistics", "/api/site-report", "/api/exports");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @Autowired ServiceDescriptions descriptions;

  @Test
  void everyRouteIsDescribedAndEveryDescriptionHasARoute() {
    Set<String> routes = new TreeSet<>();
    for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
      for (String pattern : mapping.getPatternValues()) {
        for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
          if (pattern.startsWith("/api/")) {
            routes.add(method + " " + pattern);
          }
        }
      }
    }
    Set<String> described =
        descriptions.operations().stream()
            .map(operation -> operation.method() + " " + operation.path())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).as("services/*.yaml").isEqualTo(routes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void theDefinitionIsValidOpenApi(String language) {
    HttpResponse<String> answer = get("/api/openapi.json?lang=" + language);
    assertThat(header(answer, "Content-Type"))
        .startsWith("application/vnd.oai.openapi+json;version=3.0");
    SwaggerParseResult result = new OpenAPIV3Parser().readContents(answer.body());
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).containsKeys("/api/near", "/api/site-report");
    assertThat(answer.body()).doesNotContain("\"null\"");
    HttpResponse<String> page = get("/api/openapi.html?lang=" + language);
    assertThat(page.body()).contains("/api/near").doesNotContain("null");
  }

  /** A refusal lists what is known; the description has to list the same. */
  @Test
  void theParametersAreThoseOfTheControllers() {
    for (ServiceOperation operation : descriptions.operations()) {
      if (!operation.checked() || operation.path().contains("{fid}")) {
        continue;
      }
      String path = operation.path().replace("{id}", "timetable");
      String needed =
          operation.parameters().stream()
              .filter(p -> p.required() && p.in().equals("query"))
              .map(p -> p.name() + "=" + (p.name().equals("layer") ? "timetable" : "1"))
              .collect(Collectors.joining("&"));
      HttpResponse<String> refused =
          getAsAdmin(path + "?no_such_parameter=1" + (needed.isEmpty() ? "" : "&" + needed));
      JsonNode problem = json(refused);
      if (!problem.path("parameter").asString("").equals("no_such_parameter")) {
        // The layer that the service speaks of is not in the test city.
        assertThat(refused.statusCode()).as(path + refused.body()).isEqualTo(404);
        continue;
      }
      String list = problem.get("expected").asString().replaceFirst("^[^a-z]*", "");
      Set<String> known = new TreeSet<>(Arrays.asList(list.split(", ")));
      // The layer's own field, and what every service understands.
      known.removeAll(List.of("line", "f"));
      Set<String> described =
          operation.parameters().stream()
              .filter(p -> p.in().equals("query"))
              .map(ServiceParameter::name)
              .collect(Collectors.toCollection(TreeSet::new));
      described.remove("f");
      assertThat(described).as(path).isEqualTo(known);
    }
  }

  @Test
  void aMisspeltParameterIsRefusedAlsoWhereThereAreFew() {
    for (String path : List.of("/api/layers", "/api/departments", "/api/codes", "/api/session")) {
      HttpResponse<String> refused = get(path + "?langg=en");
      assertThat(refused.statusCode()).as(path).isEqualTo(400);
      assertThat(json(refused).get("parameter").asString()).isEqualTo("langg");
      assertThat(get(path + "?lang=en").statusCode()).as(path).isEqualTo(200);
    }
  }

  /** A question in a body changes nothing: it takes neither a sign-in nor a token. */
  @Test
  void everybodyMayAskWithAShapeInTheBody() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base() + "/api/near"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    """
                    {"layer":"plots","distance":10,
                     "geometry":{"type":"Point","coordinates":[114.0005,30.5767]}}
                    """))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void noRequestOfAnyKindBreaksTheServer() throws Exception {
    ObjectNode api = (ObjectNode) json("/api/openapi.json");
    ObjectNode paths = (ObjectNode) api.get("paths");
    // Streams of events do not end, and a session that is given up ends the fuzz.
    paths.remove(List.of("/api/jobs/{id}/events", "/api/incidents/stream", "/api/session"));
    for (JsonNode parameter : paths.findParents("in")) {
      if (parameter.get("name").asString().equals("layer")) {
        ((ObjectNode) parameter.get("schema")).putArray("enum").add("plots").add("ways");
      }
    }
    List<String> findings =
        new ApiFuzz(api, basic(), 20261125).run(Set.of("GET"), 60, Duration.ofSeconds(15));
    findings.addAll(new ApiFuzz(api, "", 4).run(Set.of("GET"), 40, Duration.ofSeconds(10)));
    paths.retain(ASKING_BY_POST);
    for (String signIn : List.of(basic(), "")) {
      findings.addAll(
          new ApiFuzz(api, signIn, 7).run(Set.of("GET", "POST"), 60, Duration.ofSeconds(10)));
    }
    assertThat(findings).isEmpty();
  }
}
