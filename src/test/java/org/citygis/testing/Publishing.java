package org.citygis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody who imports and publishes over HTTP. */
public final class Publishing {
  private final Visitor visitor;
  private final String user;
  private final String password;

  public Publishing(int port, String user, String password) {
    this.visitor = new Visitor(port);
    this.user = user;
    this.password = password;
  }

  public HttpResponse<String> call(String method, String path, String json) {
    return visitor.send(
        visitor.request(method, path, json).header("Authorization", Visitor.basic(user, password)));
  }

  public JsonNode get(String path) {
    HttpResponse<String> answer = call("GET", path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Visitor.json(answer);
  }

  /** Sends a GeoJSON file; the id of the import. */
  public String send(String geoJson) {
    String boundary = "x" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.geojson\"\r\n\r\n";
      body.write(head.formatted(boundary).getBytes(StandardCharsets.UTF_8));
      body.write(geoJson.getBytes(StandardCharsets.UTF_8));
      body.write("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    HttpRequest.Builder request =
        visitor
            .request("POST", "/api/imports", null)
            .header("Authorization", Visitor.basic(user, password))
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    HttpResponse<String> answer = visitor.send(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Visitor.json(answer).get("id").asString();
  }

  public HttpResponse<String> publish(String importId, String json) {
    return call("POST", "/api/imports/" + importId + "/publication", json);
  }

  /** Publishes, and waits until the job has ended. */
  public JsonNode published(String importId, String json) {
    return ended(publish(importId, json));
  }

  /** Waits until the job that was started has ended. */
  public JsonNode ended(HttpResponse<String> started) {
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    String path = "/api/jobs/" + Visitor.json(started).at("/job/id").asString();
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode job = get(path);
      if (!List.of("queued", "running").contains(job.get("state").asString())) {
        return job;
      }
      try {
        Thread.sleep(30);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("the job does not end");
  }
}
