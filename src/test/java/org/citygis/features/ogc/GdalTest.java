package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
  @TempDir Path folder;

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

  /**
   * What the service answers is what GDAL finds by itself in a copy of the layer. Not compared:
   * {@code =} on texts, where GDAL alone takes A for a, and NOT of a missing value, which GDAL
   * alone takes for true; the service goes by CQL2 there.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "code = 'B' | 30 | code = 'B'",
        "code <> 'B' | 70 | code <> 'B'",
        "code = 'B' AND far > 5 | 8 | (code = 'B') AND (far > 5)",
        "code = 'G' AND floors = 25 | 1 | (code = 'G') AND (floors = 25)",
        "code = 'G' OR far < 1 | 32 | (code = 'G') OR (far < 1)",
        "far >= 5.5 | 28 | far >= 5.5",
        "far <= -1.5 | 0 | far <= -1.5",
        "floors BETWEEN 3 AND 5 | 12 | (floors >= 3) AND (floors <= 5)",
        "NOT (floors > 10) | 43 | NOT (floors > 10)",
        "name = '云川地块7' | 1 | name = '云川地块7'",
        "name LIKE '%地块1_' | 10 | name LIKE '%地块1_'",
        "name_en LIKE 'plot%' | 0 | name_en LIKE 'plot%'",
        "name_en ILIKE 'pLOT 9%' | 11 | name_en ILIKE 'pLOT 9%'",
        "name_en LIKE 'Plot\\%' | 0 | name_en LIKE 'Plot\\%'",
        "name_en < 'Plot 2' | 12 | name_en < 'Plot 2'",
        "name_en <> 'O''P\\x' | 100 | name_en <> 'O''P\\x'",
        "built IS NULL | 1 | (built IS NULL)",
        "built IS NOT NULL | 99 | NOT ((built IS NULL))",
        "built >= '2000/03/31' | 10 | built >= '2000-03-31T'",
        "built = '2000-01-05' | 1 | built = '2000-01-05T'",
        "built > '2000/04/01 08:30:00' | 8 | built > '2000-04-01T08:30:00Z'",
        "built >= '2000/04/01 08:30' | 8 | built >= '2000-04-01T08:30Z'",
        "built <= '2000/01/05 08:00:00' | 4 | built <= '2000-01-05T08:00:00Z'",
        "listed = 1 | 50 | listed = 1",
        "listed <> 1 AND floors < 2 | 4 | (listed <> 1) AND (floors < 2)",
        "floors = '7' | 4 | floors = 7",
      })
  void aConditionIsPassedToTheServiceWhichAnswersAsGdalWould(String where, int found, String passed)
      throws IOException {
    requests.clear();
    assertThat(matching(where, List.of(service(), "plots"))).isEqualTo(found);
    assertThat(asked()).isNotEmpty().allMatch(l -> l.contains("filter=" + passed), passed);
    assertThat(matching(where, List.of(copy("plots").toString()))).isEqualTo(found);
  }

  /** GDAL compares clocks and not zones; what it reads here is the clock of the city. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "occurred_at >= '2026/03/15 00:00:00Z' | 2 | occurred_at >= '2026-03-15T00:00:00Z'",
        "occurred_at > '2026/03/31' | 2 | occurred_at > '2026-03-31T'",
        "occurred_at > '2026/03/31 23:59' | 2 | occurred_at > '2026-03-31T23:59Z'",
        "occurred_at > '2026/03/31 23:59:59' | 1 | occurred_at > '2026-03-31T23:59:59Z'",
        "occurred_at <= '2026-03-31T23:59:59' | 2 | occurred_at <= '2026-03-31T23:59:59Z'",
        "occurred_at = '2026/03/01 08:00' | 1 | occurred_at = '2026-03-01T08:00Z'",
        "title LIKE '%火%' OR occurred_at IS NULL | 2 | (title LIKE '%火%') OR ((occurred_at IS NULL))",
      })
  void aTimeIsPassedToTheService(String where, int found, String passed) throws IOException {
    requests.clear();
    assertThat(matching(where, signedIn("reports"))).isEqualTo(found);
    assertThat(asked()).isNotEmpty().allMatch(l -> l.contains("filter=" + passed), passed);
    assertThat(matching(where, List.of(copy("reports").toString()))).isEqualTo(found);
  }

  /** IN is not passed on by GDAL 3.6; what stands beside it is. */
  @Test
  void whatGdalCannotSayItLooksAtItself() throws IOException {
    requests.clear();
    String where = "code IN ('B', 'G') AND far > 5";
    assertThat(matching(where, List.of(service(), "plots"))).isEqualTo(14);
    assertThat(asked()).isNotEmpty().allMatch(l -> l.contains("filter=far > 5&filter-lang="));
  }

  private static long matching(String where, List<String> source) throws IOException {
    List<String> command = new ArrayList<>(List.of("ogrinfo", "-ro", "-q", "-al", "-where", where));
    if (source.size() > 1) {
      command.remove("-al");
    }
    command.addAll(source);
    return GdalInstalled.run(command).lines().filter(l -> l.startsWith("OGRFeature(")).count();
  }

  private List<String> signedIn(String layer) {
    return List.of("-oo", "USERPWD=admin:test-of-features-1", service(), layer);
  }

  /** The layer as GDAL reads it without conditions, in a file that it looks at by itself. */
  private Path copy(String layer) throws IOException {
    Path file = folder.resolve(layer + ".geojson");
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", "GeoJSON", file.toString()));
    command.addAll(signedIn(layer));
    GdalInstalled.run(command);
    return file;
  }

  @Test
  void boxAndConditionTogetherReachTheServiceFromOgr2ogr() throws IOException {
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
        .allMatch(line -> line.contains("bbox=114.0001") && line.contains("filter=code = 'R'"));
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
