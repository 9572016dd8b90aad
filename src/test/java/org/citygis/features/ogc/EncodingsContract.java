package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.testing.Gdal;
import org.citygis.testing.WithGdal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The encodings of a page of features and how a client gets the one it wants. */
abstract class EncodingsContract extends AgainstTheTestCity {
  private static final String PLOTS = "/ogc/collections/plots/items";
  private static final String STOPS = "/ogc/collections/stops/items";

  @Test
  void pointsAsCsvHaveTheirPositionInTwoColumns() {
    HttpResponse<String> response = get(STOPS + "?f=csv");
    assertThat(header(response, "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(header(response, "Content-Disposition")).contains("filename=\"stops.csv\"");
    assertThat(header(response, "Link")).isEmpty();
    assertThat(response.body())
        .isEqualTo(
            """
            fid,name,name_en,kind,lon,lat
            1,云川大道站,Yunchuan Avenue,bus,114.001,30.577
            2,大云川,Great Yunchuan,bus,114.009,30.584
            3,云川,Yunchuan,metro,114.2,30.7
            4,无位置站,Nowhere <b>&,,,
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void otherShapesAsCsvAreWkt() {
    String own = "&crs=http://www.opengis.net/def/crs/EPSG/0/4547";
    HttpResponse<String> response = get(PLOTS + "?f=csv&limit=1&properties=code" + own);
    assertThat(response.body())
        .startsWith("fid,code,wkt\r\n1,R,\"MULTIPOLYGON (((500000 3384000, 500100 3384000,");
    assertThat(header(response, "Content-Crs")).endsWith("EPSG/0/4547>");
  }

  @Test
  void aByteOrderMarkComesOnRequestOnly() {
    assertThat(get(STOPS + "?f=csv&bom=true").body()).startsWith("\uFEFFfid,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sortby=-far,code", "listed=true", "skipGeometry=true&sortby=built"})
  void pagesOfCsvJoinedAreTheWhole(String query) {
    List<String> whole = get(PLOTS + "?f=csv&limit=1000&" + query).body().lines().skip(1).toList();
    List<String> joined = new ArrayList<>();
    String next = PLOTS + "?f=csv&limit=17&" + query;
    while (!next.isEmpty()) {
      HttpResponse<String> page = get(next);
      joined.addAll(page.body().lines().skip(1).toList());
      String link = header(page, "Link");
      assertThat(link.isEmpty() || link.endsWith("; rel=\"next\"; type=\"text/csv\"")).isTrue();
      next = link.isEmpty() ? "" : link.substring(1, link.indexOf('>'));
    }
    assertThat(joined).isEqualTo(whole).doesNotHaveDuplicates();
  }

  @Test
  @WithGdal
  void flatGeobufIsWhatGdalReads(@TempDir Path folder) throws Exception {
    HttpResponse<byte[]> response = bytes(PLOTS + "?f=fgb&limit=30&code=B");
    assertThat(header(response, "Content-Type")).isEqualTo("application/vnd.flatgeobuf");
    Path file = Files.write(folder.resolve("plots.fgb"), response.body());
    assertThat(Gdal.run("ogrinfo", "-ro", "-al", file.toString()))
        .contains("OGRFeature(plots)", "far (Real)", "云川地块51", "MULTIPOLYGON (((114")
        .doesNotContain("ERROR");
    assertThat(
            Gdal.run("ogrinfo", "-ro", "-al", file.toString())
                .lines()
                .filter(line -> line.startsWith("OGRFeature(plots)")))
        .hasSize(30);
    Path empty = Files.write(folder.resolve("none.fgb"), bytes(PLOTS + "?f=fgb&code=X").body());
    assertThat(Gdal.run("ogrinfo", "-ro", "-al", empty.toString()))
        .contains("Layer name: plots")
        .doesNotContain("ERROR", "OGRFeature(plots)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/geo+json | application/geo+json",
        "application/json | application/geo+json",
        "*/* | application/geo+json",
        "text/csv | text/csv",
        "text/csv, */* | text/csv",
        "text/html;q=0.8, text/csv;q=0.9 | text/csv",
        "application/vnd.flatgeobuf | application/vnd.flatgeobuf",
        "text/*;q=0.5, application/vnd.flatgeobuf;q=0.4 | text/html",
        "application/geo+json;q=0, application/json;q=0, */* | text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html"
      })
  void acceptChoosesByQuality(String accept, String type) {
    assertThat(header(get(STOPS, "Accept", accept), "Content-Type")).startsWith(type);
    assertThat(header(head(STOPS, "Accept", accept), "Content-Type")).startsWith(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "text/csv;q=0", "nonsense", "application/xml"})
  void whatCannotBeServedIsNotAcceptable(String accept) {
    HttpResponse<String> response = get(STOPS, "Accept", accept);
    assertThat(response.statusCode()).isEqualTo(406);
    assertThat(header(response, "Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void fIsStrongerThanAccept() {
    assertThat(header(get(STOPS + "?f=csv", "Accept", "text/html"), "Content-Type"))
        .startsWith("text/csv");
    HttpResponse<String> one = get(STOPS + "/1?f=csv");
    assertThat(one.statusCode()).isEqualTo(400);
    assertThat(json(one).get("expected").asString()).contains("json, html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"f=json", "f=html", "f=csv"})
  void textComesCompressedToWhoAsks(String format) throws Exception {
    String path = PLOTS + "?limit=100&lang=en&" + format;
    HttpResponse<byte[]> packed = bytes(path, "Accept-Encoding", "gzip");
    assertThat(header(packed, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(packed, "Vary")).contains("accept-encoding");
    String text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(timeless(text)).isEqualTo(timeless(get(path).body()));
    assertThat(packed.body().length).isLessThan(text.length() / 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ogc",
        "/ogc/conformance",
        "/ogc/collections",
        "/ogc/collections/plots",
        "/ogc/collections/plots/items",
        "/ogc/collections/plots/items?f=csv",
        "/ogc/collections/plots/items?f=fgb",
        "/ogc/collections/plots/items?f=html",
        "/ogc/collections/plots/items/1",
        "/ogc/api"
      })
  void everyResourceAnswersHeadAsItAnswersGetButWithoutABody(String path) {
    HttpResponse<String> head = head(path);
    HttpResponse<String> get = get(path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    for (String name : List.of("Content-Type", "ETag", "Content-Crs", "Vary", "Cache-Control")) {
      assertThat(header(head, name)).as(name).isEqualTo(header(get, name));
    }
  }

  private static String timeless(String body) {
    return body.replaceFirst("\"timeStamp\":\"[^\"]*\"", "");
  }

  private HttpResponse<byte[]> bytes(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
