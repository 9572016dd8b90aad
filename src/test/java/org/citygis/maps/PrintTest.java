package org.citygis.maps;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.citygis.catalog.Layers;
import org.citygis.geo.LonLat;
import org.citygis.storage.FeatureStore;
import org.citygis.testing.DeclaredLayer;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sheets over HTTP. */
@OnH2gis
@SpringBootTest(
    classes = MapsContract.MapServices.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "citygis.security.admin-password=" + MapsContract.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrintTest {
  private static final String SHEET =
      "{\"title\":{\"zh\":\"学校\",\"en\":\"Schools\"},\"paper\":\"A4\",\"scale\":10000,\"center\":[113.4,30.57],"
          + "\"layers\":[{\"id\":\"schools\",\"style\":\"default-point\"}]%s}";

  @Autowired Layers layers;
  @Autowired FeatureStore store;
  @LocalServerPort int port;

  private final HttpClient http = HttpClient.newHttpClient();

  @BeforeAll
  void publish() {
    DeclaredLayer.publish(
        layers,
        store,
        "schools",
        List.of(new DeclaredLayer.Row(new LonLat(113.4, 30.57), Map.of("name", "中心小学"))));
  }

  @Test
  void aSheetIsAPageOfItsSize() throws Exception {
    HttpResponse<byte[]> answer = post(SHEET.formatted(""));
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      assertThat(document.getNumberOfPages()).isEqualTo(1);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
      assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(594f, 596f);
    }
  }

  @Test
  void aPictureHasItsResolutionAndTheSchoolInTheMiddleOfTheMap() throws Exception {
    HttpResponse<byte[]> answer =
        post(SHEET.formatted(",\"format\":\"png\",\"dpi\":100,\"grid\":false,\"legend\":false"));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(image.getWidth()).isEqualTo(1169);
    assertThat(image.getHeight()).isEqualTo(827);
    // The frame reaches from 10 mm to the right margin, and below the title.
    int x = 1169 / 2;
    int y = (int) Math.round((24 + (210 - 20 - 14 - 18) / 2.0) / 25.4 * 100);
    assertThat(image.getRGB(x, y) & 0xffffff).isNotEqualTo(0xffffff);
    assertThat(image.getRGB(x + 60, y) & 0xffffff).isEqualTo(0xffffff);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"paper\":\"A9\"|400",
        "\"scale\":1|400",
        "\"center\":[1e9,0]|400",
        "\"format\":\"png\",\"paper\":\"A0\",\"dpi\":600|400",
        "\"layers\":[]|400",
        "\"crs\":\"EPSG:4326\"|400",
        "\"layers\":[{\"id\":\"nowhere\"}]|404"
      })
  void aWrongSheetIsRefused(String more, int status) throws Exception {
    HttpResponse<byte[]> answer = post(SHEET.formatted("," + more));
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  private HttpResponse<byte[]> post(String json) throws Exception {
    String basic =
        Base64.getEncoder()
            .encodeToString(("admin:" + MapsContract.PASSWORD).getBytes(StandardCharsets.UTF_8));
    return http.send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/print"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }
}
