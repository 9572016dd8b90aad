package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One file brought onto the map over HTTP, as the import wizard does it. */
final class Import {
  private static final int POLL_MILLIS = 20;
  private static final int COUNTED_EVERY = 1_000;

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
                    "public",
                    "faulty",
                    "repair"))
            .json()
            .get("job");
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
    stages.remove("waiting");
    long rows = client.get("/api/layers/" + layer).json().get("count").asLong();
    return new Took(rows, report.millis(), publication, stages);
  }

  /** The job counts the rows it has read; what comes after the last one is the database's work. */
  private static String stage(JsonNode job) {
    long total = job.get("total").asLong();
    return total == 0
        ? "waiting"
        : job.get("done").asLong() + COUNTED_EVERY < total
            ? "rows read, converted and written by COPY"
            : "keys, index, statistics, extent, view";
  }
}
