package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.citygis.CityGis;
import org.citygis.catalog.Field;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.catalog.StagedVersions;
import org.citygis.catalog.Visibility;
import org.citygis.geo.Crs;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.geojson.GeoJsonSource;
import org.citygis.ingest.mapping.FieldMapping;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.ingest.upload.Uploads;
import org.citygis.security.SignedIn;
import org.citygis.security.User;
import org.citygis.storage.ColumnType;
import org.citygis.testing.Visitor;
import org.citygis.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports over HTTP, from the upload to the published layer, on both databases. */
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"citygis.import.upload=3MB", "citygis.sample-data=no-such-folder"})
abstract class ImportContract {
  private static final String PASSWORD = "Correct-horse-7";
  private static final Path DATA = temporaryFolder();

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired LayerLoader loader;
  @Autowired Layers layers;
  @Autowired JdbcClient jdbc;
  @Autowired ReferenceSystems systems;
  @Autowired ImportSettings settings;
  @TempDir Path folder;
  private Visitor visitor;
  private final String layer = "l" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) {
    registry.add("citygis.data", DATA::toString);
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("citygis-import-test");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void open() {
    visitor = new Visitor(port);
    List.of("publisher", "planner", "admin")
        .forEach(name -> SignedIn.setPassword(context, name, PASSWORD));
  }

  @AfterEach
  void nothingIsLeftOnDisk() throws IOException {
    assertThat(leftOnDisk()).isEmpty();
  }

  private static List<Path> leftOnDisk() throws IOException {
    if (!Files.isDirectory(DATA.resolve("imports"))) {
      return List.of();
    }
    try (var left = Files.list(DATA.resolve("imports"))) {
      return left.toList();
    }
  }

  private static byte[] parcels() throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/imports/parcels-gbk.zip"));
  }

  private static byte[] synthetic(String folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes);
        var files = Files.list(Path.of("src/test/resources/shapefiles", folder))) {
      for (Path file : files.toList()) {
        zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
        zip.write(Files.readAllBytes(file));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String entry, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private HttpResponse<String> upload(String user, Map<String, byte[]> files) throws IOException {
    String boundary = "x" + UUID.randomUUID();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n"
              .formatted(boundary, file.getKey());
      body.write(head.getBytes(StandardCharsets.UTF_8));
      body.write(file.getValue());
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write("--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder request =
        as(user, "POST", "/api/imports", null)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    return visitor.send(request);
  }

  private HttpRequest.Builder as(String user, String method, String path, String json) {
    HttpRequest.Builder request = visitor.request(method, path, json);
    return user.isEmpty()
        ? request
        : request.header("Authorization", Visitor.basic(user, PASSWORD));
  }

  private HttpResponse<String> call(String user, String method, String path, String json) {
    return visitor.send(as(user, method, path, json));
  }

  /** Uploads what can be published and returns the answer. */
  private JsonNode received(String user, String name, byte[] bytes) throws IOException {
    HttpResponse<String> answer = upload(user, Map.of(name, bytes));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Visitor.json(answer);
  }

  private HttpResponse<String> publish(String user, JsonNode imported, String more) {
    return call(
        user,
        "POST",
        "/api/imports/" + imported.get("id").asString() + "/publication",
        "{\"layer\":\"%s\",\"title\":{\"zh\":\"宗地\",\"en\":\"Parcels\"}%s}".formatted(layer, more));
  }

  private JsonNode ended(String user, HttpResponse<String> started) throws InterruptedException {
    assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
    String path = "/api/jobs/" + Visitor.json(started).at("/job/id").asString();
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode job = Visitor.json(call(user, "GET", path, null));
      if (!List.of("queued", "running").contains(job.get("state").asString())) {
        return job;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the job does not end");
  }

  /** The import after one of its layers was read again with other choices. */
  private JsonNode checkedAgain(JsonNode imported, String choices) throws InterruptedException {
    String path = "/api/imports/" + imported.get("id").asString();
    JsonNode job = ended("publisher", call("publisher", "POST", path + "/report", choices));
    assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
    return Visitor.json(call("publisher", "GET", path, null));
  }

  private static List<String> codes(JsonNode problems) {
    return StreamSupport.stream(problems.spliterator(), false)
        .map(problem -> problem.get("code").asString())
        .toList();
  }

  @Test
  void gbkTextAndGaussKrugerCoordinatesLandInTheRightPlaceWithTheRightCharacters()
      throws Exception {
    JsonNode imported = received("publisher", "宗地.zip", parcels());
    JsonNode dataset = imported.at("/report/datasets/0");
    assertThat(dataset.get("name").asString()).isEqualTo("宗地");
    assertThat(dataset.get("geometry").asString()).isEqualTo("polygon");
    assertThat(dataset.at("/encoding/name").asString()).isEqualTo("GB18030");
    assertThat(dataset.at("/crs/code").asString()).isEqualTo("EPSG:4547");
    assertThat(dataset.get("count").asInt()).isEqualTo(2);
    assertThat(dataset.at("/extent/0").asDouble()).isBetween(113.39, 113.41);
    assertThat(dataset.at("/extent/3").asDouble()).isBetween(30.58, 30.6);
    assertThat(dataset.at("/fields/0/name").asString()).isEqualTo("宗地号");
    assertThat(codes(dataset.get("problems"))).contains("geometry-invalid");

    JsonNode job =
        ended(
            "publisher",
            publish("publisher", imported, ",\"visibility\":\"public\",\"repair\":true"));
    assertThat(job.get("state").asString()).as(job.toString()).isEqualTo("done");
    assertThat(job.at("/result/count").asInt()).isEqualTo(2);
    assertThat(job.at("/result/repaired").asInt()).isEqualTo(1);

    JsonNode published = Visitor.json(visitor.get("/api/layers/" + layer));
    assertThat(published.at("/title/zh").asString()).isEqualTo("宗地");
    assertThat(published.get("department").asString()).isEqualTo("land");
    assertThat(published.get("crs").asString()).isEqualTo("EPSG:4547");
    String items = visitor.get("/ogc/collections/" + layer + "/items?f=json").body();
    assertThat(items).contains("云字001").contains("[113.4,30.58]");
    assertThat(call("publisher", "GET", "/api/imports/" + imported.get("id").asString(), null))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(404);
  }

  @Test
  void aSecondImportIsAVersionOfTheSameLayerAndTheFirstComesBackOnDemand() throws Exception {
    ended("publisher", publish("publisher", received("publisher", "a.zip", parcels()), ""));
    byte[] other =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"地类":"G1",
         "宗地号":"新001","面积":"12.5","登记日":"2026-01-31T08:15:00+08:00","多余":1},
         "geometry":{"type":"Polygon","coordinates":[[[113,30],[113.1,30],[113.1,30.1],[113,30]]]}}]}
        """
            .getBytes(StandardCharsets.UTF_8);
    JsonNode job =
        ended("publisher", publish("publisher", received("publisher", "b.geojson", other), ""));
    assertThat(job.at("/result/version").asInt()).as(job.toString()).isEqualTo(2);
    assertThat(job.at("/result/ignoredFields").toString()).isEqualTo("[\"多余\"]");
    String path = "/ogc/collections/" + layer + "/items?f=json";
    assertThat(call("publisher", "GET", path, null).body())
        .contains("新001", "\"G1\"", "12.5", "2026-01-31");
    call("publisher", "PUT", "/api/layers/" + layer + "/version", "{\"version\":1}");
    assertThat(call("publisher", "GET", path, null).body()).contains("云字001");
  }

  @ParameterizedTest
  @CsvSource({"'', 403", "planner, 403"})
  void onlyAPublisherMayImport(String user, int status) throws Exception {
    assertThat(upload(user, Map.of("a.zip", parcels())).statusCode()).isIn(401, status);
  }

  @Test
  void aPublisherPublishesForHisOwnDepartmentAndAnAdministratorForEvery() throws Exception {
    JsonNode imported = received("publisher", "a.zip", parcels());
    assertThat(publish("publisher", imported, ",\"department\":\"planning\"").statusCode())
        .isEqualTo(403);
    String id = imported.get("id").asString();
    assertThat(call("planner", "GET", "/api/imports/" + id, null).statusCode()).isEqualTo(404);
    JsonNode job = ended("admin", publish("admin", imported, ",\"department\":\"planning\""));
    assertThat(job.get("state").asString()).isEqualTo("done");
    assertThat(call("planner", "GET", "/api/jobs/" + job.get("id").asString(), null).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"trunc_header, shp-too-short", "zero_bytes, shp-too-short", "empty0, layer-empty"})
  void aLayerThatCannotBeReadIsReportedAndNotKept(String folder, String code) throws Exception {
    HttpResponse<String> answer = upload("publisher", Map.of("a.zip", synthetic(folder)));
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode dataset = Visitor.json(answer).at("/report/datasets/0");
    assertThat(dataset.get("name").asString()).isEqualTo("x");
    assertThat(codes(dataset.get("problems"))).contains(code);
    assertThat(dataset.at("/problems/0/message/zh").asString()).isNotEmpty();
  }

  @Test
  void anArchiveThatIsNoneIsReportedAndNotKept() throws Exception {
    byte[] parcels = parcels();
    Map<String, byte[]> bad =
        Map.of(
            "archive-without-layer", zip("readme.txt", new byte[10]),
            "archive-broken", Arrays.copyOf(parcels, parcels.length / 2),
            "entry-escapes", zip("../../evil.shp", new byte[100]),
            "archive-bomb", zip("bomb.shp", new byte[101 << 20]));
    for (Map.Entry<String, byte[]> each : bad.entrySet()) {
      HttpResponse<String> answer = upload("publisher", Map.of("a.zip", each.getValue()));
      assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(422);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
      assertThat(codes(Visitor.json(answer).at("/report/problems"))).containsExactly(each.getKey());
      assertThat(leftOnDisk()).isEmpty();
    }
  }

  @Test
  void aDbfOfAnotherLengthIsReportedAndTheShapesAreKept() throws Exception {
    JsonNode imported = received("publisher", "a.zip", synthetic("dbf_fewer"));
    JsonNode dataset = imported.at("/report/datasets/0");
    assertThat(dataset.get("count").asInt()).isEqualTo(5);
    assertThat(codes(dataset.get("problems"))).contains("dbf-fewer-rows");
    delete(imported);
  }

  private void delete(JsonNode imported) {
    String path = "/api/imports/" + imported.get("id").asString();
    assertThat(call("publisher", "DELETE", path, null).statusCode()).isEqualTo(204);
    assertThat(call("publisher", "GET", path, null).statusCode()).isEqualTo(404);
  }

  @Test
  void anUnknownReferenceSystemIsAskedForBeforeAnythingIsPublished() throws Exception {
    JsonNode imported = received("publisher", "a.zip", synthetic("ok_base"));
    String path = "/api/imports/" + imported.get("id").asString();
    assertThat(imported.at("/report/datasets/0/publishable").asBoolean()).isFalse();
    assertThat(imported.at("/report/datasets/0/crs/code").isNull()).isTrue();
    assertThat(imported.at("/report/datasets/0/crs/candidates/0/code").asString())
        .isEqualTo("EPSG:4326");
    assertThat(publish("publisher", imported, "").statusCode()).isEqualTo(409);
    assertThat(publish("publisher", imported, ",\"crs\":\"EPSG:999999\"").statusCode())
        .isEqualTo(400);
    JsonNode again = checkedAgain(imported, "{\"dataset\":0,\"crs\":\"EPSG:4490\"}");
    assertThat(again.at("/report/datasets/0/publishable").asBoolean()).isTrue();
    JsonNode job = ended("publisher", publish("publisher", imported, ""));
    assertThat(job.get("state").asString()).isEqualTo("done");
  }

  @Test
  void coordinatesThatDoNotFitTheReferenceSystemAreNotPublished() throws Exception {
    byte[] metres =
        """
        {"type":"Feature","properties":{},
         "geometry":{"type":"Point","coordinates":[1e300,3384563.97]}}
        """
            .getBytes(StandardCharsets.UTF_8);
    JsonNode imported = received("publisher", "a.geojson", metres);
    JsonNode dataset = imported.at("/report/datasets/0");
    assertThat(codes(dataset.get("problems"))).contains("crs-does-not-fit");
    assertThat(dataset.get("publishable").asBoolean()).isFalse();
    JsonNode again = checkedAgain(imported, "{\"crs\":\"EPSG:4547\"}");
    assertThat(again.at("/report/datasets/0/publishable").asBoolean()).isFalse();
    delete(imported);
  }

  @Test
  void anotherEncodingCanBeChosen() throws Exception {
    JsonNode imported = received("publisher", "a.zip", parcels());
    String path = "/api/imports/" + imported.get("id").asString();
    JsonNode again = checkedAgain(imported, "{\"encoding\":\"Big5\"}");
    assertThat(again.at("/report/datasets/0/encoding/name").asString()).isEqualTo("Big5");
    assertThat(again.at("/report/datasets/0/fields/0/name").asString()).isNotEqualTo("宗地号");
    HttpResponse<String> unknown =
        call("publisher", "POST", path + "/report", "{\"encoding\":\"klingon\"}");
    assertThat(unknown.statusCode()).isEqualTo(400);
    assertThat(unknown.body()).contains("klingon");
    delete(imported);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"layer\":\"Bad Id\"', layer",
    "'\"layer\":\"parcels_v2\"', layer",
    "'\"layer\":\"fine\",\"title\":{\"zh\":\"x\",\"en\":\"x\"},\"style\":\"nosuch\"', style",
    "'\"layer\":\"fine\",\"title\":{\"zh\":\"x\",\"en\":\"x\"},\"visibility\":\"all\"', visibility",
    "'\"layer\":\"fine\",\"title\":{\"zh\":\"\",\"en\":\"\"}', title",
    "'\"layer\":\"fine\",\"dataset\":7', dataset"
  })
  void aPublicationWithAWrongValueNamesIt(String json, String parameter) throws Exception {
    JsonNode imported = received("publisher", "a.zip", parcels());
    HttpResponse<String> answer =
        call(
            "publisher",
            "POST",
            "/api/imports/" + imported.get("id").asString() + "/publication",
            "{" + json + "}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(Visitor.json(answer).get("parameter").asString()).isEqualTo(parameter);
    delete(imported);
  }

  @Test
  void anUploadOverTheLimitIsRefusedAsTooLarge() throws Exception {
    HttpResponse<String> answer = upload("publisher", Map.of("a.zip", new byte[4 << 20]));
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(Visitor.json(answer).get("detail").asString()).contains("citygis.import.upload");
  }

  @Test
  void looseFilesAreSentTogether() throws Exception {
    Path folder = Path.of("src/test/resources/shapefiles/enc_gbk_fieldname");
    Map<String, byte[]> files =
        Map.of(
            "Points.shp", Files.readAllBytes(folder.resolve("x.shp")),
            "points.DBF", Files.readAllBytes(folder.resolve("x.dbf")),
            "points.shx", Files.readAllBytes(folder.resolve("x.shx")),
            "points.cpg", Files.readAllBytes(folder.resolve("x.cpg")));
    HttpResponse<String> answer = upload("publisher", files);
    assertThat(answer.statusCode()).isEqualTo(201);
    JsonNode imported = Visitor.json(answer);
    assertThat(imported.at("/report/datasets")).hasSize(1);
    assertThat(imported.at("/report/datasets/0/fields/1/name").asString()).isEqualTo("行政名称");
    delete(imported);
  }

  @Test
  void anImportIsFoundAgainAfterARestartAndWhatHasNoRecordIsSwept() throws Exception {
    JsonNode imported = received("publisher", "宗地.zip", parcels());
    String id = imported.get("id").asString();
    checkedAgain(imported, "{\"crs\":\"EPSG:4547;axes=yx\",\"encoding\":\"GBK\"}");
    Path killed = Files.createDirectory(DATA.resolve("imports/import-killed"));
    Imports restarted =
        new Imports(
            settings,
            context.getBean(ImportCheck.class),
            context.getBean(Uploads.class),
            context.getBean(StagedVersions.class),
            Clock.systemUTC(),
            DATA.resolve("imports"));
    assertThat(killed).doesNotExist();
    Import before = context.getBean(Imports.class).get(User.SYSTEM, id);
    Import after = restarted.get(User.SYSTEM, id);
    JsonMapper json = context.getBean(JsonMapper.class);
    assertThat(json.writeValueAsString(after.report()))
        .isEqualTo(json.writeValueAsString(before.report()));
    assertThat(json.writeValueAsString(after.report())).contains("宗地号");
    Checked checked = after.layer(0).checked();
    assertThat(checked).isNotNull();
    assertThat(checked.crs()).isEqualTo(Crs.epsg(4547));
    assertThat(checked.types()).isEqualTo(before.layer(0).checked().types());
    assertThat(checked.encoding()).isEqualTo(before.layer(0).checked().encoding());
    assertThat(checked.corrections()).isEqualTo(before.layer(0).checked().corrections());
    assertThat(after.unpacked().layers()).isEqualTo(before.unpacked().layers());
    Path record = before.workspace().folder().resolve(ImportRecord.NAME);
    byte[] kept = Files.readAllBytes(record);
    assertThat(new String(ImportRecord.of(kept).toJson(), StandardCharsets.UTF_8))
        .isEqualTo(new String(kept, StandardCharsets.UTF_8));
    Clock dayAfter = Clock.offset(Clock.systemUTC(), Duration.ofHours(25));
    new Imports(
        settings,
        context.getBean(ImportCheck.class),
        context.getBean(Uploads.class),
        context.getBean(StagedVersions.class),
        dayAfter,
        DATA.resolve("imports"));
    assertThat(record).doesNotExist();
    delete(imported);
  }

  @Test
  void aFileThatBreaksOffWhileItIsLoadedLeavesNothingBehind() throws Exception {
    String whole =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + "{\"type\":\"Feature\",\"geometry\":null,\"properties\":{\"a\":1}},".repeat(3_000);
    Path file = Files.writeString(folder.resolve("x.geojson"), whole.replaceAll(",$", "]}"));
    LayerDefinition definition = definition(layer);
    try (FeatureSource source = GeoJsonSource.open("x", file, null, 5)) {
      LayerLoader.Plan plan =
          new LayerLoader.Plan(
              definition,
              LayerLoader.column(GeometryKind.POINT, Shape.POINT, false, false, Crs.CRS84),
              FieldMapping.of(definition.fields(), source.fields()),
              false,
              User.SYSTEM,
              "x");
      Files.writeString(file, whole);
      assertThatThrownBy(() -> loader.load(source, plan, rows -> {}))
          .isInstanceOf(UnreadableFile.class);
      assertThatThrownBy(
              () ->
                  loader.load(
                      source,
                      plan,
                      rows -> {
                        throw new IllegalStateException("given up");
                      }))
          .hasMessage("given up");
    }
    assertThat(layers.all()).noneMatch(each -> each.id().equals(layer));
    assertThat(
            jdbc.sql("SELECT COUNT(*) FROM information_schema.tables WHERE table_name LIKE ?")
                .param(layer + "%")
                .query(Long.class)
                .single())
        .isZero();
  }

  private static LayerDefinition definition(String id) {
    Field field = new Field("a", "a", Text.same("a"), ColumnType.INTEGER, null, null, false);
    return new LayerDefinition(
        id,
        Text.same("t"),
        Text.same(""),
        "land",
        GeometryKind.POINT,
        "x.geojson",
        "default-point",
        Visibility.PUBLIC,
        new LayerDefinition.ZoomRange(0, 22),
        null,
        null,
        1,
        false,
        null,
        List.of(),
        null,
        false,
        null,
        List.of(field));
  }

  @Test
  void aSampleFileThatIsMissingStopsTheStartAndIsNamed() {
    Path files = folder.resolve("sample");
    assertThat(files.toFile().mkdir()).isTrue();
    SampleCity city =
        new SampleCity(layers, loader, systems, settings, files, DATA.resolve("imports"));
    assertThatThrownBy(() -> city.run(new DefaultApplicationArguments()))
        .isInstanceOf(SampleCityFailure.class)
        .hasMessageContaining(files.toAbsolutePath().toString())
        .hasMessageMatching("Sample layer \\w+ cannot be loaded .*: there is no such file");
  }
}
