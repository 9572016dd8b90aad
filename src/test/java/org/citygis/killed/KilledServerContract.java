package org.citygis.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills the application with SIGKILL while it takes in, checks and publishes a file, and looks what
 * the next start makes of it. The moments are random; -Dcitygis.kill.seed gives others.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class KilledServerContract {
  private static final long SEED = Long.getLong("citygis.kill.seed", 20261125L);
  private static final int ROWS = 200_000;
  private static final int CHUNK = 4 << 20;
  private static final String LAYER = "killed_rows";

  @TempDir Path home;
  private final Random random = new Random(SEED);
  private Server server;

  abstract Server server(Path home) throws IOException;

  /** Into the database, while no server runs. */
  abstract Connection connection(Path home) throws SQLException;

  @BeforeEach
  void start() throws Exception {
    server = server(home);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.kill();
  }

  @Test
  void whateverIsKilledIsFinishedOrGoneAfterTheNextStart() throws Exception {
    Path file = rows(home.resolve("rows.geojson"));
    String upload = killedWhileUploading(file);
    JsonNode taken = server.json("POST", "/api/imports", "{\"upload\":\"%s\"}".formatted(upload));
    String imported = "/api/imports/" + taken.get("id").asString();
    killAfter(random.nextInt(2_000));
    JsonNode check = server.ended(taken.at("/job/id").asString());
    assertThat(check.get("state").asString()).as(check.toString()).isEqualTo("done");
    JsonNode ready = server.json("GET", imported, null);
    assertThat(ready.get("state").asString()).isEqualTo("ready");
    assertThat(ready.at("/report/datasets/0/count").asInt()).isEqualTo(ROWS);

    String job =
        server
            .json(
                "POST",
                imported + "/publication",
                """
                {"layer":"%s","title":{"zh":"行","en":"Rows"},"department":"land"}
                """
                    .formatted(LAYER))
            .at("/job/id")
            .asString();
    for (int attempt = 1; attempt <= 2; attempt++) {
      killAfter(200 + random.nextInt(3_000));
      theLayerIsAbsentOrWhole();
    }
    JsonNode published = server.ended(job);
    assertThat(published.get("state").asString()).as(published.toString()).isEqualTo("done");
    assertThat(published.at("/result/count").asInt()).isEqualTo(ROWS);
    JsonNode layer = server.json("GET", "/api/layers/" + LAYER, null);
    assertThat(layer.get("count").asInt()).isEqualTo(ROWS);
    assertThat(server.json("GET", "/api/layers/" + LAYER + "/versions", null).toString())
        .as("one version, however often it was begun")
        .containsOnlyOnce("\"created_by\"");
    everyFolderHasAnOwner();
    server.stop();
    everyTableHasARecord();
  }

  private void killAfter(long millis) throws Exception {
    Thread.sleep(millis);
    server.kill();
    server.start();
  }

  /** Polygons with attributes, one a line. */
  private static Path rows(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
      for (int i = 0; i < ROWS; i++) {
        double x = 113 + (i % 1_000) * 0.001;
        double y = 30 + (i / 1_000) * 0.001;
        out.write(
            String.format(
                Locale.ROOT,
                "{\"type\":\"Feature\",\"properties\":{\"number\":%d,\"name\":\"宗地%d\"},\"geometry\":"
                    + "{\"type\":\"Polygon\",\"coordinates\":[[[%.4f,%.4f],[%.4f,%.4f],[%.4f,%.4f],"
                    + "[%.4f,%.4f]]]}}%s%n",
                i,
                i,
                x,
                y,
                x + 0.0008,
                y,
                x + 0.0008,
                y + 0.0008,
                x,
                y,
                i + 1 < ROWS ? "," : ""));
      }
      out.write("]}");
    }
    return file;
  }

  /** Returns the id of the upload, which is complete. */
  private String killedWhileUploading(Path file) throws Exception {
    long size = Files.size(file);
    String upload =
        server
            .json(
                "POST",
                "/api/uploads",
                "{\"files\":[{\"name\":\"rows.geojson\",\"size\":%d,\"sha256\":\"%s\"}]}"
                    .formatted(size, sha256(file)))
            .get("id")
            .asString();
    String path = "/api/uploads/" + upload + "/files/0";
    long confirmed = 0;
    int whole = random.nextInt((int) (size / CHUNK));
    for (int i = 0; i < whole; i++) {
      confirmed = send(path, file, confirmed);
    }
    HttpRequest halfSent =
        piece(path, confirmed)
            .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(read(file, confirmed)))
            .build();
    var cut = new Visitor(1).client().sendAsync(halfSent, HttpResponse.BodyHandlers.discarding());
    killAfter(random.nextInt(60));
    cut.cancel(true);
    long found = received(path);
    assertThat(found).isBetween(confirmed, confirmed + CHUNK);
    while (found < size) {
      found = send(path, file, found);
    }
    assertThat(server.json("GET", "/api/uploads/" + upload, null).get("complete").asBoolean())
        .isTrue();
    return upload;
  }

  private HttpRequest.Builder piece(String path, long offset) {
    return server
        .request("PATCH", path, null)
        .header("Content-Type", "application/offset+octet-stream")
        .header("Upload-Offset", String.valueOf(offset));
  }

  private long send(String path, Path file, long offset) throws IOException {
    HttpResponse<String> answer =
        new Visitor(1)
            .send(
                piece(path, offset)
                    .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(read(file, offset))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    return Long.parseLong(answer.headers().firstValue("Upload-Offset").orElseThrow());
  }

  private long received(String path) {
    return Long.parseLong(
        server.call("HEAD", path, null).headers().firstValue("Upload-Offset").orElseThrow());
  }

  private static byte[] read(Path file, long offset) throws IOException {
    try (FileChannel in = FileChannel.open(file)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(CHUNK, in.size() - offset));
      in.read(bytes, offset);
      return bytes.array();
    }
  }

  private static String sha256(Path file) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void theLayerIsAbsentOrWhole() {
    HttpResponse<String> answer = server.call("GET", "/api/layers/" + LAYER, null);
    if (answer.statusCode() != 404) {
      assertThat(Visitor.json(answer).get("count").asInt()).isEqualTo(ROWS);
    }
  }

  private void everyFolderHasAnOwner() throws IOException {
    assertThat(names(server.data().resolve("uploads"))).isEmpty();
    JsonNode imports = server.json("GET", "/api/imports", null).get("imports");
    assertThat(names(server.data().resolve("imports"))).hasSize(imports.size());
    assertThat(imports.size()).as("a published import is deleted").isZero();
  }

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  private void everyTableHasARecord() throws SQLException {
    try (Connection connection = connection(home);
        Statement statement = connection.createStatement()) {
      Set<String> tables =
          column(
              statement,
              "SELECT table_name FROM information_schema.tables WHERE table_schema = 'layers'"
                  + " AND table_type = 'BASE TABLE'");
      Set<String> known =
          column(statement, "SELECT layer || '_v' || version FROM citygis.layer_version");
      assertThat(tables).isEqualTo(known);
      assertThat(column(statement, "SELECT state FROM citygis.job"))
          .isSubsetOf("done", "failed", "cancelled");
    }
  }

  private static Set<String> column(Statement statement, String sql) throws SQLException {
    Set<String> values = new TreeSet<>();
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
