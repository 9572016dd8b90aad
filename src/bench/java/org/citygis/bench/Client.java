package org.citygis.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks with the application as a program does that asks and waits: one session, one kept
 * connection, no thread but the caller's. So does the JDBC driver on the other side of each
 * comparison; the JDK's newer client hands each answer through three threads, which would be
 * counted as the application's time.
 */
final class Client {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int PATIENCE = (int) Duration.ofMinutes(30).toMillis();

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

  Client(URI base) {
    this.base = base;
  }

  void signIn(String user, String password) throws IOException {
    get("/api/session");
    post("/api/session", Map.of("username", user, "password", password));
  }

  /**
   * @param headers name, value, name, value …
   */
  Answer get(String path, String... headers) throws IOException {
    long start = System.nanoTime();
    HttpURLConnection request = open(path);
    for (int i = 0; i + 1 < headers.length; i += 2) {
      request.setRequestProperty(headers[i], headers[i + 1]);
    }
    return answer(request, start);
  }

  Answer post(String path, Map<String, ?> body) throws IOException {
    long start = System.nanoTime();
    byte[] json = JSON.writeValueAsBytes(body);
    HttpURLConnection request = sending(path, "application/json", json.length);
    try (OutputStream out = request.getOutputStream()) {
      out.write(json);
    }
    return answer(request, start);
  }

  Answer upload(String path, Path file) throws IOException {
    String boundary = "citygis-bench-boundary";
    byte[] head =
        """
        --%s\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/zip\r
        \r
        """
            .formatted(boundary, file.getFileName())
            .getBytes(StandardCharsets.UTF_8);
    byte[] foot = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();
    HttpURLConnection request =
        sending(
            path,
            "multipart/form-data; boundary=" + boundary,
            head.length + Files.size(file) + foot.length);
    try (OutputStream out = request.getOutputStream()) {
      out.write(head);
      Files.copy(file, out);
      out.write(foot);
    }
    return answer(request, start);
  }

  private HttpURLConnection open(String path) throws IOException {
    URI address = base.resolve(path);
    HttpURLConnection request = (HttpURLConnection) address.toURL().openConnection();
    request.setReadTimeout(PATIENCE);
    request.setInstanceFollowRedirects(false);
    request.setRequestProperty("Accept", "*/*");
    cookies
        .get(address, Map.of())
        .forEach((name, values) -> request.setRequestProperty(name, String.join("; ", values)));
    return request;
  }

  private HttpURLConnection sending(String path, String type, long length) throws IOException {
    HttpURLConnection request = open(path);
    request.setRequestMethod("POST");
    request.setDoOutput(true);
    request.setFixedLengthStreamingMode(length);
    request.setRequestProperty("Content-Type", type);
    request.setRequestProperty("X-XSRF-TOKEN", csrfToken());
    return request;
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
  Flow drain(String path) throws IOException {
    long start = System.nanoTime();
    HttpURLConnection request = open(path);
    try (InputStream in = body(request)) {
      long bytes = in.readNBytes(1).length;
      long began = System.nanoTime();
      bytes += in.transferTo(OutputStream.nullOutputStream());
      long end = System.nanoTime();
      return new Flow(bytes, (began - start) / 1e6, (end - start) / 1e6);
    }
  }

  private Answer answer(HttpURLConnection request, long start) throws IOException {
    try (InputStream in = body(request)) {
      byte[] first = in.readNBytes(1);
      long began = System.nanoTime();
      byte[] rest = in.readAllBytes();
      long end = System.nanoTime();
      byte[] body = new byte[first.length + rest.length];
      System.arraycopy(first, 0, body, 0, first.length);
      System.arraycopy(rest, 0, body, first.length, rest.length);
      return new Answer(
          request.getResponseCode(), body, (began - start) / 1e6, (end - start) / 1e6);
    }
  }

  private InputStream body(HttpURLConnection request) throws IOException {
    int status = request.getResponseCode();
    if (status >= 400) {
      try (InputStream error = request.getErrorStream()) {
        String told = error == null ? "" : new String(error.readAllBytes(), StandardCharsets.UTF_8);
        throw new IllegalStateException(
            "%s %s answered %d: %s"
                .formatted(request.getRequestMethod(), request.getURL(), status, told));
      }
    }
    if (request.getHeaderField("Set-Cookie") != null) {
      cookies.put(base, request.getHeaderFields());
    }
    return request.getInputStream();
  }
}
