package org.citygis.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.citygis.CityGis;
import org.citygis.problem.Problem;
import org.citygis.security.Role;
import org.citygis.security.SignedIn;
import org.citygis.security.User;
import org.citygis.testing.OnH2gis;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files in pieces over HTTP, from the announcement to the published layer. */
@OnH2gis
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "citygis.sample-data=no-such-folder",
      "citygis.import.resumable=50MB",
      "citygis.import.largest-chunk=4MB",
      "citygis.import.chunk=1MB",
      "citygis.import.uploads-per-user=5"
    })
class UploadHttpTest {
  private static final String PASSWORD = "Correct-horse-7";
  private static final Path DATA = temporaryFolder();
  private static final User PUBLISHER =
      new User("publisher", "p", "p", "land", Set.of(Role.PUBLISHER));

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Uploads uploads;
  @Autowired UploadSettings settings;
  @Autowired JsonMapper json;
  private Visitor visitor;

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) {
    registry.add("citygis.data", DATA::toString);
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("citygis-upload-test");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void open() {
    visitor = new Visitor(port);
    List.of("publisher", "planner", "admin", "transport")
        .forEach(
            name -> {
              try {
                SignedIn.setPassword(context, name, PASSWORD);
              } catch (IllegalArgumentException none) {
                // Not every sample city has this one.
              }
            });
  }

  @AfterEach
  void nothingIsLeftOnDisk() throws IOException {
    for (Path left : left("uploads")) {
      uploads.delete(PUBLISHER, left.getFileName().toString());
    }
    assertThat(left("uploads")).isEmpty();
    assertThat(left("imports")).isEmpty();
  }

  private static List<Path> left(String folder) throws IOException {
    if (!Files.isDirectory(DATA.resolve(folder))) {
      return List.of();
    }
    try (var left = Files.list(DATA.resolve(folder))) {
      return left.toList();
    }
  }

  private HttpResponse<String> call(String user, String method, String path, String body) {
    HttpRequest.Builder request = visitor.request(method, path, body);
    return visitor.send(
        user.isEmpty() ? request : request.header("Authorization", Visitor.basic(user, PASSWORD)));
  }

  private HttpResponse<String> announce(String files) {
    return call("publisher", "POST", "/api/uploads", "{\"files\":[%s]}".formatted(files));
  }

  private String announced(String name, long size, String sha256) {
    HttpResponse<String> answer =
        announce(
            "{\"name\":\"%s\",\"size\":%d,\"sha256\":%s}"
                .formatted(name, size, sha256 == null ? "null" : "\"" + sha256 + "\""));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Visitor.json(answer).get("id").asString();
  }

  private HttpRequest.Builder piece(String id, long offset, String checksum) {
    HttpRequest.Builder request =
        visitor
            .request("PATCH", "/api/uploads/" + id + "/files/0", null)
            .header("Authorization", Visitor.basic("publisher", PASSWORD))
            .header("Content-Type", "application/offset+octet-stream")
            .header("Upload-Offset", String.valueOf(offset));
    return checksum == null ? request : request.header("Upload-Checksum", checksum);
  }

  private HttpResponse<String> send(String id, long offset, byte[] bytes, String checksum) {
    return visitor.send(
        piece(id, offset, checksum).method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  private static String offset(HttpResponse<String> answer) {
    return answer.headers().firstValue("Upload-Offset").orElse("");
  }

  private JsonNode upload(String id) {
    return Visitor.json(call("publisher", "GET", "/api/uploads/" + id, null));
  }

  private static byte[] sha256(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private Uploads restarted(Clock clock) throws IOException {
    return new Uploads(settings, clock, json, DATA.resolve("uploads"));
  }

  @Test
  void aFileSentInPiecesIsImportedWithoutACopyAndPublished() throws Exception {
    byte[] parcels = Files.readAllBytes(Path.of("src/test/resources/imports/parcels-gbk.zip"));
    String id = announced("宗地.zip", parcels.length, HexFormat.of().formatHex(sha256(parcels)));
    int half = parcels.length / 2;
    byte[] first = Arrays.copyOf(parcels, half);
    String checksum = "sha256 " + Base64.getEncoder().encodeToString(sha256(first));
    HttpResponse<String> answer = send(id, 0, first, checksum);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    assertThat(offset(answer)).isEqualTo(String.valueOf(half));
    HttpResponse<String> tooEarly =
        call("publisher", "POST", "/api/imports", "{\"upload\":\"%s\"}".formatted(id));
    assertThat(tooEarly.statusCode()).isEqualTo(409);
    HttpResponse<String> head = call("publisher", "HEAD", "/api/uploads/" + id + "/files/0", null);
    assertThat(offset(head)).isEqualTo(String.valueOf(half));
    byte[] rest = Arrays.copyOfRange(parcels, half, parcels.length);
    assertThat(send(id, half, rest, null).statusCode()).isEqualTo(204);
    assertThat(upload(id).get("complete").asBoolean()).isTrue();

    HttpResponse<String> taken =
        call("publisher", "POST", "/api/imports", "{\"upload\":\"%s\"}".formatted(id));
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    String imported = "/api/imports/" + Visitor.json(taken).get("id").asString();
    JsonNode job = ended(Visitor.json(taken).at("/job/id").asString());
    assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
    assertThat(job.get("subject").asString()).isEqualTo("宗地.zip");
    assertThat(job.at("/stage/of").asInt()).isEqualTo(2);
    assertThat(call("publisher", "GET", "/api/uploads/" + id, null).statusCode()).isEqualTo(404);
    JsonNode view = Visitor.json(call("publisher", "GET", imported, null));
    assertThat(view.get("state").asString()).isEqualTo("ready");
    assertThat(view.at("/report/datasets/0/count").asInt()).isEqualTo(2);
    JsonNode list = Visitor.json(call("publisher", "GET", "/api/imports", null));
    assertThat(list.at("/imports/0/id")).isEqualTo(view.get("id"));
    assertThat(list.at("/imports/0/report").isNull()).isTrue();
    HttpResponse<String> published =
        call(
            "publisher",
            "POST",
            imported + "/publication",
            "{\"layer\":\"by_pieces\",\"title\":{\"zh\":\"宗地\",\"en\":\"Parcels\"}}");
    JsonNode done = ended(Visitor.json(published).at("/job/id").asString());
    assertThat(done.at("/result/count").asInt()).as(done.toString()).isEqualTo(2);
    assertThat(done.get("subject").asString()).isEqualTo("by_pieces");
  }

  private JsonNode ended(String id) throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      JsonNode job = Visitor.json(call("publisher", "GET", "/api/jobs/" + id, null));
      if (!List.of("queued", "running").contains(job.get("state").asString())) {
        return job;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the job does not end");
  }

  @Test
  void theProgressOfAJobIsToldUntilItsEndAndToNobodyElse() throws Exception {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < 60_000; i++) {
      rows.append("{\"type\":\"Feature\",\"properties\":{\"a\":")
          .append(i)
          .append("},\"geometry\":{\"type\":\"Point\",\"coordinates\":[113.4,30.5]}}\n");
    }
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    String id = announced("points.geojson", bytes.length, null);
    for (int at = 0; at < bytes.length; at += 4 << 20) {
      byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + (4 << 20)));
      assertThat(send(id, at, piece, null).statusCode()).isEqualTo(204);
    }
    JsonNode taken =
        Visitor.json(
            call("publisher", "POST", "/api/imports", "{\"upload\":\"%s\"}".formatted(id)));
    String job = "/api/jobs/" + taken.at("/job/id").asString();
    assertThat(call("planner", "GET", job + "/events", null).statusCode()).isEqualTo(404);
    HttpResponse<String> stream = call("publisher", "GET", job + "/events", null);
    assertThat(stream.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    List<JsonNode> events =
        stream
            .body()
            .lines()
            .filter(line -> line.startsWith("data:"))
            .map(line -> json.readTree(line.substring(5)))
            .toList();
    assertThat(stream.body()).contains("event:job");
    assertThat(events.getLast().get("state").asString()).isEqualTo("done");
    assertThat(events).hasSizeGreaterThan(1);
    HttpResponse<String> over = call("publisher", "GET", job + "/events", null);
    assertThat(over.body()).containsOnlyOnce("event:job").contains("\"state\":\"done\"");
    JsonNode list =
        Visitor.json(call("publisher", "GET", "/api/jobs?kind=import-check&limit=1", null));
    assertThat(list.at("/jobs/0/id")).isEqualTo(taken.at("/job/id"));
    assertThat(call("publisher", "GET", "/api/jobs?state=lost", null).statusCode()).isEqualTo(400);
    assertThat(call("publisher", "GET", "/api/jobs?all=true", null).statusCode()).isEqualTo(403);
    assertThat(call("publisher", "POST", job + "/retry", null).statusCode()).isEqualTo(409);
    String path = "/api/imports/" + taken.get("id").asString();
    assertThat(call("publisher", "DELETE", path, null).statusCode()).isEqualTo(204);
  }

  @Test
  void anImportThatCannotBeReadIsRefusedWithItsReasonAndKeepsNoFiles() throws Exception {
    String id = announced("notes.zip", 5, null);
    send(id, 0, "hello".getBytes(StandardCharsets.UTF_8), null);
    JsonNode taken =
        Visitor.json(
            call("publisher", "POST", "/api/imports", "{\"upload\":\"%s\"}".formatted(id)));
    assertThat(ended(taken.at("/job/id").asString()).get("state").asString()).isEqualTo("done");
    String path = "/api/imports/" + taken.get("id").asString();
    JsonNode view = Visitor.json(call("publisher", "GET", path, null));
    assertThat(view.get("state").asString()).isEqualTo("refused");
    assertThat(view.at("/problem/detail/en").asString()).contains("notes.zip");
    assertThat(view.at("/report/problems/0/code").asString()).isEqualTo("archive-broken");
    try (var files = Files.list(left("imports").getFirst())) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("import.json");
    }
    assertThat(call("publisher", "POST", path + "/publication", "{}").statusCode()).isEqualTo(409);
    assertThat(call("publisher", "DELETE", path, null).statusCode()).isEqualTo(204);
  }

  @Test
  void aPieceAtAnotherPlaceIsRefusedAndToldTheRightOne() throws Exception {
    String id = announced("a.bin", 100, null);
    send(id, 0, random(60), null);
    HttpResponse<String> answer = send(id, 10, random(10), null);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(Visitor.json(answer).get("offset").asLong()).isEqualTo(60);
    assertThat(offset(answer)).isEqualTo("60");
    assertThat(send(id, -1, random(10), null).statusCode()).isEqualTo(409);
    assertThat(upload(id).at("/files/0/received").asLong()).isEqualTo(60);
  }

  @Test
  void aDamagedPieceIsNotKept() throws Exception {
    String id = announced("a.bin", 100, null);
    String checksum = "sha256 " + Base64.getEncoder().encodeToString(sha256(random(61)));
    HttpResponse<String> answer = send(id, 0, random(60), checksum);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(Visitor.json(answer).get("offset").asLong()).isZero();
    assertThat(Files.size(DATA.resolve("uploads").resolve(id).resolve("file-1"))).isZero();
    assertThat(send(id, 0, random(60), "md5 abc").statusCode()).isEqualTo(400);
    assertThat(send(id, 0, random(60), "sha256 !!").statusCode()).isEqualTo(400);
  }

  @Test
  void aDamagedFileBeginsAnew() throws Exception {
    byte[] whole = random(100);
    String id = announced("a.bin", 100, HexFormat.of().formatHex(sha256(whole)));
    assertThat(send(id, 0, random(60), null).statusCode()).isEqualTo(204);
    HttpResponse<String> answer = send(id, 60, random(40), null);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(offset(answer)).isEqualTo("0");
    assertThat(send(id, 0, whole, null).statusCode()).isEqualTo(204);
    assertThat(upload(id).get("complete").asBoolean()).isTrue();
  }

  @Test
  void whatIsTooLongIsRefusedAndNotKept() throws Exception {
    String id = announced("a.bin", 100, null);
    assertThat(send(id, 0, random(101), null).statusCode()).isEqualTo(413);
    HttpResponse<String> unannounced =
        visitor.send(
            piece(id, 0, null)
                .method(
                    "PATCH",
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(random(101)))));
    assertThat(unannounced.statusCode()).isEqualTo(413);
    assertThat(upload(id).at("/files/0/received").asLong()).isZero();
    String large = announced("b.bin", 9 << 20, null);
    HttpResponse<String> answer = send(large, 0, random(5 << 20), null);
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(send(large, 0, random(4 << 20), null).statusCode()).isEqualTo(204);
    assertThat(announce("{\"name\":\"c.zip\",\"size\":60000000}").statusCode()).isEqualTo(413);
    HttpResponse<String> together =
        announce("{\"name\":\"c\",\"size\":40000000},{\"name\":\"d\",\"size\":40000000}");
    assertThat(together.body()).contains("citygis.import.resumable");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"name\":\"\",\"size\":1}', name",
    "'{\"name\":\"../..\",\"size\":1}', name",
    "'{\"name\":\"a\",\"size\":-1}', size",
    "'{\"name\":\"a\"}', size",
    "'null', name",
    "'', files",
    "'{\"name\":\"a\",\"size\":1,\"sha256\":\"xyz\"}', sha256"
  })
  void anAnnouncementWithAWrongValueNamesIt(String files, String parameter) {
    HttpResponse<String> answer = announce(files);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Visitor.json(answer).get("parameter").asString()).isEqualTo(parameter);
  }

  @Test
  void namesAreNeverPaths() throws Exception {
    String id = announced("../../../etc/evil\\\\..\\\\a\\u0000b.shp", 4, null);
    assertThat(upload(id).at("/files/0/name").asString()).isEqualTo("ab.shp");
    send(id, 0, random(4), null);
    try (var files = Files.list(DATA.resolve("uploads").resolve(id))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("file-1", "upload.json");
    }
    assertThat(call("publisher", "GET", "/api/uploads/..%2f" + id, null).statusCode())
        .isIn(400, 404);
  }

  @Test
  void anEmptyFileIsCompleteFromTheBeginning() throws Exception {
    String id = announced("a.cpg", 0, HexFormat.of().formatHex(sha256(new byte[0])));
    assertThat(upload(id).get("complete").asBoolean()).isTrue();
    HttpResponse<String> wrong =
        announce(
            "{\"name\":\"a\",\"size\":0,\"sha256\":\"%s\"}"
                .formatted(HexFormat.of().formatHex(sha256(new byte[1]))));
    assertThat(wrong.statusCode()).isEqualTo(400);
  }

  @Test
  void nobodyElseFindsAnUploadButAnAdministrator() {
    String id = announced("a.bin", 10, null);
    String path = "/api/uploads/" + id;
    assertThat(call("planner", "GET", path, null).statusCode()).isEqualTo(404);
    assertThat(call("", "GET", path, null).statusCode()).isEqualTo(404);
    assertThat(call("planner", "DELETE", path, null).statusCode()).isEqualTo(404);
    assertThat(call("admin", "GET", path, null).statusCode()).isEqualTo(200);
    assertThat(call("planner", "POST", "/api/uploads", "{\"files\":[]}").statusCode())
        .isEqualTo(403);
    assertThat(call("", "POST", "/api/uploads", "{\"files\":[]}").statusCode()).isIn(401, 403);
    assertThat(call("publisher", "DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(call("publisher", "GET", path, null).statusCode()).isEqualTo(404);
  }

  @Test
  void oneHoldsOnlySoManyUploadsOpen() {
    for (int i = 0; i < 5; i++) {
      announced("a.bin", 10, null);
    }
    assertThat(announce("{\"name\":\"a.bin\",\"size\":10}").statusCode()).isEqualTo(409);
    JsonNode own = Visitor.json(call("publisher", "GET", "/api/uploads", null));
    assertThat(own.get("uploads")).hasSize(5);
    JsonNode others = Visitor.json(call("admin", "GET", "/api/uploads", null));
    assertThat(others.get("uploads")).isEmpty();
  }

  @Test
  void twoPiecesOfOneFileAreNotWrittenAtTheSameTime() throws Exception {
    String id = announced("a.bin", 1_000_000, null);
    PipedOutputStream slowly = new PipedOutputStream();
    PipedInputStream body = new PipedInputStream(slowly, 1 << 20);
    CompletableFuture<HttpResponse<String>> first =
        visitor
            .client()
            .sendAsync(
                piece(id, 0, null)
                    .method("PATCH", HttpRequest.BodyPublishers.ofInputStream(() -> body))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    slowly.write(random(200_000));
    slowly.flush();
    Path file = DATA.resolve("uploads").resolve(id).resolve("file-1");
    while (Files.size(file) == 0) {
      Thread.sleep(10);
    }
    assertThat(send(id, 0, random(10), null).statusCode()).isEqualTo(423);
    assertThat(call("publisher", "DELETE", "/api/uploads/" + id, null).statusCode()).isEqualTo(409);
    slowly.close();
    assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
    assertThat(upload(id).at("/files/0/received").asLong()).isEqualTo(200_000);
  }

  @Test
  void aRestartGoesOnAtTheConfirmedByteAndStillKnowsTheWhole() throws Exception {
    byte[] whole = random(1_000);
    String id = announced("a.bin", 1_000, HexFormat.of().formatHex(sha256(whole)));
    send(id, 0, Arrays.copyOf(whole, 600), null);
    Path file = DATA.resolve("uploads").resolve(id).resolve("file-1");
    Files.write(file, random(77), StandardOpenOption.APPEND);
    Files.createDirectories(DATA.resolve("uploads/half-made"));
    Uploads restarted = restarted(Clock.systemUTC());
    assertThat(DATA.resolve("uploads/half-made")).doesNotExist();
    UploadFile found = restarted.get(PUBLISHER, id).files().getFirst();
    assertThat(found.received()).isEqualTo(600);
    var rest = new java.io.ByteArrayInputStream(whole, 600, 400);
    assertThat(found.append(600, 400, rest, null, 4_000)).isEqualTo(new Appended.Confirmed(1_000));
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    assertThat(restarted(Clock.systemUTC()).get(PUBLISHER, id).isComplete()).isTrue();
  }

  @Test
  void aPieceThatBreaksOffIsKeptAsFarAsItCameUnlessItHasAChecksum() throws Exception {
    String id = announced("a.bin", 1_000, null);
    UploadFile file = uploads.get(PUBLISHER, id).files().getFirst();
    for (byte[] checksum : new ArrayList<>(Arrays.asList(new byte[32], null))) {
      var broken =
          new java.io.InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
              if (given++ < 300) {
                return 7;
              }
              throw new IOException("gone");
            }

            @Override
            public int read(byte[] target, int at, int length) throws IOException {
              int count = Math.min(length, 100);
              for (int i = 0; i < count; i++) {
                target[at + i] = (byte) read();
              }
              return count;
            }
          };
      try {
        file.append(0, -1, broken, checksum, 4_000);
        throw new AssertionError("told as whole");
      } catch (IOException expected) {
        assertThat(file.received()).isEqualTo(checksum == null ? 300 : 0);
      }
    }
  }

  @Test
  void whatIsForgottenExpires() throws Exception {
    String id = announced("a.bin", 10, null);
    Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
    assertThat(uploads.get(PUBLISHER, id).created()).isBefore(Instant.now(tomorrow));
    Uploads later = restarted(tomorrow);
    assertThat(DATA.resolve("uploads").resolve(id)).doesNotExist();
    try {
      later.get(PUBLISHER, id);
      throw new AssertionError("found");
    } catch (Problem.NotFound expected) {
      uploads.delete(PUBLISHER, id);
    }
  }

  @Test
  void aDiskThatIsTooFullIsSaidWithWhatIsFree() throws Exception {
    UploadSettings greedy =
        new UploadSettings(
            DataSize.ofTerabytes(9_000),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(4),
            5,
            Duration.ofHours(24),
            DataSize.ofGigabytes(1));
    Uploads full = new Uploads(greedy, Clock.systemUTC(), json, DATA.resolve("uploads"));
    try {
      full.create(
          PUBLISHER,
          List.of(new Manifest.Entry("a", DataSize.ofTerabytes(8_000).toBytes(), null, 0)));
      throw new AssertionError("taken");
    } catch (Problem.Unavailable problem) {
      assertThat(problem.detail().en()).contains("8192000 GB are needed", "GB are free");
      assertThat(problem.detail().zh()).contains("磁盘空间不足");
    }
  }
}
