package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One file brought onto the map over HTTP, as the import wizard does it. */
final class Import {
  private static final int POLL_MILLIS = 20;

  /**
   * How long it took, in milliseconds.
   *
   * @param report the upload, and the check of every row that ends with the report
   * @param publication from the request to publish until the layer shows the new version
   * @param stages what the job said it was doing, and for how long
   */
  record Took(long rows, double report, double publication, Map<String, Double> stages) {
    double total() {
      return report + publication;
    }
  }

  private Import() {}

  /**
   * @param layer a new layer's id, or that of a declared one
   * @param style id of the style
   */
  static Took run(Client client, Path file, String layer, String department, String style)
      throws IOException, InterruptedException {
    Client.Answer report = client.upload("/api/imports", file);
    String id = report.json().get("id").asString();
    long start = System.nanoTime();
    JsonNode job =
        client
            .post(
                "/api/imports/" + id + "/publication",
                Map.of(
                    "dataset",
                    0,
                    "layer",
                    layer,
                    "title",
                    Map.of("zh", "测速 " + layer, "en", "Bench " + layer),
                    "department",
                    department,
                    "style",
                    style,
                    "visibility",
                    "public"))
            .json();
    Map<String, Double> stages = new LinkedHashMap<>();
    String stage = "";
    long since = start;
    while (true) {
      String state = job.get("state").asString();
      String now = stage(job);
      if (!now.equals(stage) || state.equals("done")) {
        stages.merge(stage, (System.nanoTime() - since) / 1e6, Double::sum);
        since = System.nanoTime();
        stage = now;
      }
      if (state.equals("failed") || state.equals("cancelled")) {
        throw new IllegalStateException("publication of %s: %s".formatted(layer, job));
      }
      if (state.equals("done")) {
        break;
      }
      Thread.sleep(POLL_MILLIS);
      job = client.get("/api/jobs/" + job.get("id").asString()).json();
    }
    double publication = (System.nanoTime() - start) / 1e6;
    stages.remove("");
    long rows = client.get("/api/layers/" + layer).json().get("count").asLong();
    return new Took(rows, report.millis(), publication, stages);
  }

  /** The job's message without its numbers. */
  private static String stage(JsonNode job) {
    return job.get("message")
        .get("en")
        .asString()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z ]", "")
        .strip();
  }
}
