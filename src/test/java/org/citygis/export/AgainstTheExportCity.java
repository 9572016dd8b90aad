package org.citygis.export;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citygis.CityGis;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application with the city of exports, asked over HTTP. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "citygis.data=target/export-test-data",
      "citygis.layers=src/test/resources/export-city",
      "citygis.sample-data=target/no-sample-data",
      "citygis.security.admin-password=" + AgainstTheExportCity.PASSWORD
    })
@Import(ExportCity.class)
abstract class AgainstTheExportCity {
  static final String PASSWORD = "test-of-exports-1";
  static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  @TempDir Path folder;
  @LocalServerPort int port;
  @Autowired ExportCity city;

  @BeforeEach
  void load() {
    city.load();
  }

  /** As an anonymous program. */
  HttpResponse<byte[]> get(String path) {
    return send(request(path).build());
  }

  HttpResponse<byte[]> getAsAdmin(String path) {
    return send(request(path).header("Authorization", Visitor.basic("admin", PASSWORD)).build());
  }

  HttpResponse<byte[]> postAsAdmin(String path, String json) {
    return send(
        request(path)
            .header("Authorization", Visitor.basic("admin", PASSWORD))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build());
  }

  HttpResponse<byte[]> export(String layer, String query) {
    return get("/api/layers/" + layer + "/export?" + query);
  }

  /** What was exported, as text. */
  String text(String layer, String query) {
    return new String(whole(export(layer, query)), StandardCharsets.UTF_8);
  }

  JsonNode json(String layer, String query) {
    return JSON.readTree(text(layer, query));
  }

  /** What was exported, as a file for another program. */
  Path file(String layer, String query, String name) throws IOException {
    return Files.write(folder.resolve(name), whole(export(layer, query)));
  }

  static JsonNode json(HttpResponse<byte[]> response) {
    return JSON.readTree(response.body());
  }

  static byte[] whole(HttpResponse<byte[]> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(
          response.uri()
              + " answered "
              + response.statusCode()
              + " "
              + new String(response.body(), StandardCharsets.UTF_8));
    }
    return response.body();
  }

  static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(request.uri().toString(), e);
    }
  }
}
