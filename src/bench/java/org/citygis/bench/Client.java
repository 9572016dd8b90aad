package org.citygis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with the application as a browser does: one session, kept connections. */
final class Client {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * An answer and how long it took.
   *
   * @param firstByte milliseconds until the first byte of the body
   * @param millis milliseconds until the last
   */
  record Answer(int status, byte[] body, double firstByte, double millis) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .cookieHandler(cookies)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Client(URI base) {
    this.base = base;
  }

  void signIn(String user, String password) throws IOException, InterruptedException {
    get("/api/session");
    post("/api/session", Map.of("username", user, "password", password));
  }

  Answer get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("X-XSRF-TOKEN", csrfToken())
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build());
  }

  Answer upload(String path, Path file) throws IOException, InterruptedException {
    String boundary = "citygis-bench-boundary";
    String head =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/zip\r
        \r
        """
            .formatted(boundary, file.getFileName());
    return send(
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .header("X-XSRF-TOKEN", csrfToken())
            .POST(
                HttpRequest.BodyPublishers.concat(
                    HttpRequest.BodyPublishers.ofString(head),
                    HttpRequest.BodyPublishers.ofFile(file),
                    HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(30));
  }

  private String csrfToken() {
    List<HttpCookie> all = cookies.getCookieStore().getCookies();
    return all.stream()
        .filter(c -> c.getName().equals("XSRF-TOKEN"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  /** How long an answer took that is too long to be kept, and how long it is. */
  record Flow(long bytes, double firstByte, double millis) {}

  /** Reads an answer to its end and keeps nothing of it. */
  Flow drain(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<InputStream> response =
        http.send(request(path).build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      long bytes = in.readNBytes(1).length;
      long began = System.nanoTime();
      bytes += in.transferTo(OutputStream.nullOutputStream());
      long end = System.nanoTime();
      if (response.statusCode() >= 400) {
        throw new IllegalStateException(path + " answered " + response.statusCode());
      }
      return new Flow(bytes, (began - start) / 1e6, (end - start) / 1e6);
    }
  }

  private Answer send(HttpRequest request) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream in = response.body()) {
      byte[] first = in.readNBytes(1);
      long began = System.nanoTime();
      byte[] rest = in.readAllBytes();
      long end = System.nanoTime();
      byte[] body = new byte[first.length + rest.length];
      System.arraycopy(first, 0, body, 0, first.length);
      System.arraycopy(rest, 0, body, first.length, rest.length);
      if (response.statusCode() >= 400) {
        throw new IllegalStateException(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(),
                    request.uri(),
                    response.statusCode(),
                    new String(body, StandardCharsets.UTF_8)));
      }
      return new Answer(response.statusCode(), body, (began - start) / 1e6, (end - start) / 1e6);
    }
  }
}
