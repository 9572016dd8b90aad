package org.citygis.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.citygis.text.Lang;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running CityGIS, asked over HTTP with Basic authentication. */
final class Server {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int SHOWN = 500;

  private final URI base;
  private final String authorization;
  private final Lang lang;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  /**
   * @param user empty to ask anonymously
   */
  Server(URI base, String user, String password, Lang lang) {
    this.base = base;
    this.authorization =
        user.isEmpty()
            ? ""
            : "Basic "
                + Base64.getEncoder()
                    .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    this.lang = lang;
  }

  /** The server answered that it will not; its own words tell why. */
  static final class Refused extends Exception {
    private final int status;
    private final transient JsonNode problem;

    Refused(int status, JsonNode problem) {
      super("HTTP " + status, null, false, false);
      this.status = status;
      this.problem = problem;
    }

    boolean isForbidden() {
      return status == 401 || status == 403;
    }

    int status() {
      return status;
    }

    JsonNode problem() {
      return problem;
    }

    String text() {
      String text = problem.path("detail").asString("HTTP " + status);
      String expected = problem.path("expected").asString("");
      String parameter = problem.path("parameter").asString("");
      return expected.isEmpty()
          ? text
          : "%s (%s = %s → %s)"
              .formatted(text, parameter, problem.path("value").asString(""), expected);
    }
  }

  /** No answer came. */
  static final class Unreachable extends Exception {
    private final transient Text text;

    Unreachable(URI server, IOException cause) {
      super(String.valueOf(cause.getMessage()), cause, false, false);
      String reason = cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
      this.text =
          Text.of(
              "服务器 %s 无法访问%s".formatted(server, reason),
              "Server %s cannot be reached%s".formatted(server, reason));
    }

    Text text() {
      return text;
    }
  }

  JsonNode get(String path) throws Refused, Unreachable {
    return json(request(path).GET());
  }

  JsonNode post(String path, Map<String, ?> body) throws Refused, Unreachable {
    return json(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  void delete(String path) throws Refused, Unreachable {
    json(request(path).DELETE());
  }

  /** Sends a part of a file; returns how many bytes of it the server has now. */
  long patch(String path, long offset, String sha256, BodyPublisher bytes)
      throws Refused, Unreachable {
    HttpResponse<InputStream> answer =
        send(
            request(path)
                .header("Content-Type", "application/offset+octet-stream")
                .header("Upload-Offset", String.valueOf(offset))
                .header("Upload-Checksum", "sha256 " + sha256)
                .method("PATCH", bytes));
    read(answer);
    return answer.headers().firstValueAsLong("Upload-Offset").orElse(-1);
  }

  /** An answer that is a file; the caller closes its body. */
  HttpResponse<InputStream> open(String path) throws Refused, Unreachable {
    HttpResponse<InputStream> answer = send(request(path).GET());
    if (answer.statusCode() >= 400) {
      read(answer);
    }
    return answer;
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path))
            .timeout(PATIENCE)
            .header("Accept-Language", lang.tag());
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return request;
  }

  private JsonNode json(HttpRequest.Builder request) throws Refused, Unreachable {
    return read(send(request.header("Accept", "application/json, application/problem+json")));
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) throws Unreachable {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw new Unreachable(base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(base, new IOException("interrupted", e));
    }
  }

  private JsonNode read(HttpResponse<InputStream> answer) throws Refused, Unreachable {
    byte[] body;
    try (InputStream in = answer.body()) {
      body = in.readAllBytes();
    } catch (IOException e) {
      throw new Unreachable(base, e);
    }
    JsonNode json = parse(body);
    if (answer.statusCode() >= 400) {
      throw new Refused(answer.statusCode(), json == null ? plain(answer, body) : json);
    }
    return json == null ? JSON.createObjectNode() : json;
  }

  private static @Nullable JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json.isObject() ? json : null;
    } catch (JacksonException notJson) {
      return null;
    }
  }

  /** What a proxy or another program answered in words of its own. */
  private static JsonNode plain(HttpResponse<?> answer, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    String shown = text.substring(0, Math.min(text.length(), SHOWN));
    return JSON.createObjectNode()
        .put("detail", "HTTP " + answer.statusCode() + (shown.isEmpty() ? "" : ": " + shown));
  }
}
