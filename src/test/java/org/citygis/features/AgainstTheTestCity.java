package org.citygis.features;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.citygis.CityGis;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application with the test city, asked over HTTP. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "citygis.data=target/features-test-data",
      "citygis.layers=src/test/resources/features-city",
      "citygis.sample-data=target/no-sample-data",
      "citygis.security.admin-password=" + AgainstTheTestCity.PASSWORD
    })
@Import(TestCity.class)
public abstract class AgainstTheTestCity {
  static final String PASSWORD = "test-of-features-1";
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @LocalServerPort protected int port;
  @Autowired TestCity city;

  @BeforeEach
  void load() {
    city.load();
  }

  protected String base() {
    return "http://localhost:" + port;
  }

  /** A request of an anonymous program; headers as name, value, name, value … */
  protected HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).build());
  }

  protected HttpResponse<String> getAsAdmin(String path) {
    return get(path, "Authorization", basic());
  }

  protected HttpResponse<String> head(String path, String... headers) {
    return send(request(path, headers).method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
  }

  protected HttpResponse<String> options(String path, String... headers) {
    return send(
        request(path, headers).method("OPTIONS", HttpRequest.BodyPublishers.noBody()).build());
  }

  protected HttpResponse<String> postAsAdmin(String path, String json) {
    return send(
        request(path, "Authorization", basic(), "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  protected JsonNode json(String path, String... headers) {
    HttpResponse<String> response = get(path, headers);
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode() + response.body());
    }
    return json(response);
  }

  protected static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }

  protected static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  protected static String basic() {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    String url = path.startsWith("http") ? path : base() + path;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(request.uri().toString(), e);
    }
  }
}
