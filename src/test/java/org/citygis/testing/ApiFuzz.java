package org.citygis.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks an API what its OpenAPI document says can be asked, and much that it does not: for every
 * operation parameters that are right, of the wrong type, huge, empty, unknown, repeated or
 * hostile, and bodies of the same kinds. Seeded, so that a finding comes again.
 */
public final class ApiFuzz {
  private static final JsonMapper JSON = new JsonMapper();

  private final URI server;
  private final JsonNode api;
  private final String authorization;
  private final Random random;
  private final FuzzValues values;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> findings = new ArrayList<>();
  private final Map<Integer, Integer> answers = new TreeMap<>();

  /**
   * @param authorization of all requests, empty for none
   */
  public ApiFuzz(JsonNode api, String authorization, long seed) {
    this.server = URI.create(api.at("/servers/0/url").asString());
    this.api = api;
    this.authorization = authorization;
    this.random = new Random(seed);
    this.values = new FuzzValues(random);
  }

  /**
   * What was not as it has to be, each with its request; empty when all was.
   *
   * @param methods those that are tried, in capitals
   */
  public List<String> run(Set<String> methods, int rounds, Duration most) throws Exception {
    long end = System.nanoTime() + most.toNanos();
    for (int round = 0; round < rounds; round++) {
      for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          if (System.nanoTime() > end || findings.size() >= 20) {
            return findings;
          }
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          if (methods.contains(method)) {
            ask(path.getKey(), method, operation.getValue());
          }
        }
      }
    }
    return findings;
  }

  /** How often each status was answered. */
  public Map<Integer, Integer> answers() {
    return answers;
  }

  private void ask(String template, String method, JsonNode operation) throws Exception {
    Map<String, String> query = new LinkedHashMap<>();
    List<String> pairs = new ArrayList<>();
    String path = template;
    int wrong = random.nextInt(3);
    HttpRequest.Builder request = HttpRequest.newBuilder();
    for (JsonNode listed : operation.path("parameters")) {
      JsonNode parameter = resolve(listed);
      String name = parameter.get("name").asString();
      boolean nasty = random.nextInt(3) < wrong;
      JsonNode schema = parameter.get("schema");
      switch (parameter.get("in").asString()) {
        case "path" -> {
          String value = random.nextInt(4) > 0 ? "1" : values.any(schema, nasty);
          path = path.replace("{" + name + "}", encode(value.isEmpty() ? "0" : value));
        }
        case "header" -> {
          if (random.nextInt(3) == 0) {
            request.header(name, values.header(nasty));
          }
        }
        default -> {
          boolean required = parameter.path("required").asBoolean(false);
          if (random.nextInt(5) < (required ? 4 : 1)) {
            String value = values.any(schema, nasty);
            query.put(name, value);
            pairs.add(encode(name) + "=" + encode(value));
            if (nasty && random.nextInt(8) == 0) {
              pairs.add(encode(name) + "=" + encode(values.any(schema, false)));
            }
          }
        }
      }
    }
    String unknown = random.nextInt(10) == 0 ? "no_such_parameter" : "";
    if (!unknown.isEmpty()) {
      query.clear();
      pairs.clear();
      pairs.add(unknown + "=1");
    }
    String url = server + path + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    request.uri(URI.create(url)).timeout(Duration.ofSeconds(20));
    String body = "";
    if (operation.has("requestBody")) {
      body = values.body();
      String type = operation.at("/requestBody/content").propertyNames().iterator().next();
      request.header("Content-Type", random.nextInt(10) == 0 ? "text/plain" : type);
    }
    request.method(method, HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answers.merge(answer.statusCode(), 1, Integer::sum);
    String fault = fault(answer, operation, method, query, unknown);
    if (!fault.isEmpty()) {
      findings.add("%s %s %s: %s".formatted(method, url, body, fault));
    }
  }

  private String fault(
      HttpResponse<String> answer,
      JsonNode operation,
      String method,
      Map<String, String> query,
      String unknown) {
    int status = answer.statusCode();
    String type = answer.headers().firstValue("Content-Type").orElse("").replace(" ", "");
    JsonNode documented = operation.get("responses").path(String.valueOf(status));
    if (status >= 500 && status != 503) {
      return status + " " + answer.body();
    }
    if (documented.isMissingNode()) {
      return "status %d is not documented: %s".formatted(status, answer.body());
    }
    JsonNode content = resolve(documented).path("content");
    if (!content.isEmpty()
        && content.propertyNames().stream().noneMatch(known -> type.startsWith(known))) {
      return "%d comes as %s, documented is %s".formatted(status, type, content.propertyNames());
    }
    if (!unknown.isEmpty() && method.equals("GET") && status != 400 && status != 404) {
      return "an unknown parameter is answered " + status;
    }
    if (type.contains("json")) {
      JsonNode json = JSON.readTree(answer.body());
      if (status == 400 && method.equals("GET")) {
        String named = json.path("parameter").asString("");
        // What no address may have is refused before anything is known of parameters.
        boolean address = answer.uri().getRawPath().contains("%");
        // One that was left out, or stands in the path.
        boolean declared = isDeclared(named, operation);
        if (!query.containsKey(named) && !named.equals(unknown) && !address && !declared) {
          return "a problem names '%s': %s".formatted(named, answer.body());
        }
      }
    }
    return "";
  }

  private boolean isDeclared(String name, JsonNode operation) {
    return operation
        .path("parameters")
        .valueStream()
        .map(this::resolve)
        .anyMatch(parameter -> parameter.get("name").asString().equals(name));
  }

  private JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? api.at(node.get("$ref").asString().substring(1)) : node;
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
