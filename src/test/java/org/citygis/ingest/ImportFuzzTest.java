package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citygis.CityGis;
import org.citygis.security.SignedIn;
import org.citygis.testing.OnH2gis;
import org.citygis.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** Damaged files sent over HTTP: taken or refused with a reason, never an error of the server. */
@OnH2gis
@SpringBootTest(
    classes = CityGis.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.sample-data=no-such-folder")
class ImportFuzzTest {
  private static final String PASSWORD = "Correct-horse-7";
  private static final String BOUNDARY = "----boundary";
  private static final int ROUNDS = 60;

  @TempDir static Path data;
  @TempDir Path folder;
  @LocalServerPort int port;
  @Autowired ApplicationContext context;

  @DynamicPropertySource
  static void ownFolder(DynamicPropertyRegistry registry) {
    registry.add("citygis.data", data::toString);
  }

  @BeforeEach
  void open() {
    SignedIn.setPassword(context, "publisher", PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"shapefile", "geopackage", "geojson", "csv", "flatgeobuf", "kml"})
  void aDamagedUploadIsTakenOrRefused(String format) throws Exception {
    Visitor visitor = new Visitor(port);
    List<Map<String, byte[]>> good = DamagedFiles.good(format, folder);
    Random random = new Random(format.hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      HttpResponse<String> answer = upload(visitor, DamagedFiles.of(good, random));
      assertThat(answer.statusCode())
          .as("%s round %d: %s", format, round, answer.body())
          .isIn(201, 400, 422);
      if (answer.statusCode() == 201) {
        forget(visitor, answer.headers().firstValue("Location").orElseThrow());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"shapefile, 1", "geopackage, 2", "geojson, 1", "csv, 1", "flatgeobuf, 1", "kml, 1"})
  void aGoodUploadShowsItsLayers(String format, int layers) throws Exception {
    Visitor visitor = new Visitor(port);
    for (Map<String, byte[]> good : DamagedFiles.good(format, folder)) {
      HttpResponse<String> answer = upload(visitor, good);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
      JsonNode datasets = Visitor.json(answer).at("/report/datasets");
      assertThat(datasets.size()).isEqualTo(layers);
      assertThat(datasets.at("/0/count").asLong()).as(answer.body()).isPositive();
      assertThat(datasets.at("/0/format").asString()).isNotEmpty();
      forget(visitor, answer.headers().firstValue("Location").orElseThrow());
    }
  }

  private static HttpResponse<String> upload(Visitor visitor, Map<String, byte[]> parts)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      String head =
          "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.%s\"\r\n\r\n"
              .formatted(BOUNDARY, part.getKey());
      body.write(head.getBytes(StandardCharsets.UTF_8));
      body.write(part.getValue());
      body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return visitor.send(
        visitor
            .request("POST", "/api/imports", null, "Authorization", credentials())
            .timeout(Duration.ofSeconds(60))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void forget(Visitor visitor, String location) {
    String path = location.substring(location.indexOf("/api/"));
    HttpRequest.Builder request =
        visitor.request("DELETE", path, null, "Authorization", credentials());
    assertThat(visitor.send(request).statusCode()).isEqualTo(204);
  }

  private static String credentials() {
    return Visitor.basic("publisher", PASSWORD);
  }
}
