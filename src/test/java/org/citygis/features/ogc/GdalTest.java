package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.testing.GdalInstalled;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** GDAL's own client reads the service: the program that stands behind most desktop tools. */
@OnH2gis
@ExtendWith(GdalInstalled.class)
@Import(RequestLog.class)
class GdalTest extends AgainstTheTestCity {
  @Autowired RequestLog requests;

  @Test
  void everyPublicLayerIsListedAndRead() throws IOException {
    String summary = GdalInstalled.run(List.of("ogrinfo", "-ro", "-al", "-so", service()));
    assertThat(summary)
        .contains("Layer name: plots", "Layer name: ways", "Layer name: stops")
        .contains("Layer name: timetable")
        .doesNotContain("reports", "drafts", "cameras")
        .doesNotContain("ERROR", "Warning");
    assertThat(section(summary, "plots"))
        .contains("Geometry: Multi Polygon", "Feature Count: 100")
        .contains("Extent: (114.0", "far: Real", "floors: Integer", "name: String");
  }

  @Test
  void everyFeatureIsReadOverManyPages() throws IOException {
    List<String> command =
        List.of("ogrinfo", "-ro", "-oo", "PAGE_SIZE=7", "-oo", "INITIAL_REQUEST_PAGE_SIZE=3");
    String all = GdalInstalled.run(concat(command, service(), "plots"));
    assertThat(all.lines().filter(l -> l.startsWith("OGRFeature(plots)"))).hasSize(100);
    assertThat(all).contains("云川地块100");
  }

  @Test
  void aSpatialFilterIsPassedToTheService() throws IOException {
    String found =
        GdalInstalled.run(
            List.of(
                "ogrinfo",
                "-ro",
                "-spat",
                "114.0001",
                "30.5764",
                "114.0002",
                "30.5765",
                service(),
                "plots"));
    assertThat(found.lines().filter(l -> l.startsWith("OGRFeature(plots)"))).hasSize(1);
  }

  /** What GDAL can say in a parameter it asks of the service; the rest it looks at itself. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "code = 'B' | 30 | code=B",
        "code = 'B' AND far > 5 | 8 | code=B",
        "code = 'G' AND floors = 25 | 1 | code=G&floors=25",
        "name = '云川地块7' | 1 | name=云川地块7"
      })
  void aConditionIsPassedToTheService(String where, int found, String passed) throws IOException {
    requests.clear();
    String answer =
        GdalInstalled.run(List.of("ogrinfo", "-ro", "-where", where, service(), "plots"));
    assertThat(answer.lines().filter(l -> l.startsWith("OGRFeature(plots)"))).hasSize(found);
    assertThat(asked()).isNotEmpty().allMatch(line -> line.contains("&" + passed), passed);
  }

  /** Two reports are later, and one without a time matches every span. */
  @Test
  void aTimeIsPassedToTheService() throws IOException {
    requests.clear();
    String answer =
        GdalInstalled.run(
            List.of(
                "ogrinfo",
                "-ro",
                "-oo",
                "USERPWD=admin:test-of-features-1",
                "-where",
                "occurred_at >= '2026/03/15 00:00:00Z'",
                service(),
                "reports"));
    assertThat(answer.lines().filter(l -> l.startsWith("OGRFeature(reports)"))).hasSize(3);
    assertThat(asked())
        .isNotEmpty()
        .allMatch(line -> line.contains("&datetime=2026-03-15T00:00:00Z/.."));
  }

  @Test
  void boxAndConditionTogetherReachTheServiceFromOgr2ogr(@TempDir Path folder) throws IOException {
    requests.clear();
    Path file = folder.resolve("out.csv");
    String said =
        GdalInstalled.run(
            List.of(
                "ogr2ogr",
                "-f",
                "CSV",
                "-spat",
                "114.0001",
                "30.5764",
                "114.0102",
                "30.5775",
                "-where",
                "code = 'R'",
                file.toString(),
                service(),
                "plots"));
    assertThat(said).doesNotContain("ERROR");
    assertThat(Files.readAllLines(file)).hasSize(1 + 20);
    assertThat(asked())
        .isNotEmpty()
        .allMatch(line -> line.contains("bbox=114.0001") && line.contains("&code=R"));
  }

  /** Requests for features beside GDAL's first look at how features are made. */
  private List<String> asked() {
    return requests.lines().stream()
        .filter(line -> line.contains("/items?") && !line.endsWith("/items?limit=10"))
        .toList();
  }

  private String service() {
    return "OAPIF:" + base() + "/ogc";
  }

  private static String section(String summary, String layer) {
    int from = summary.indexOf("Layer name: " + layer);
    int to = summary.indexOf("Layer name: ", from + 1);
    return to < 0 ? summary.substring(from) : summary.substring(from, to);
  }

  private static List<String> concat(List<String> first, String... more) {
    return java.util.stream.Stream.concat(first.stream(), java.util.Arrays.stream(more)).toList();
  }
}
