package org.citygis.features.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.citygis.features.AgainstTheTestCity;
import org.citygis.testing.GdalInstalled;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** GDAL's own client reads the service: the program that stands behind most desktop tools. */
@OnH2gis
@ExtendWith(GdalInstalled.class)
class GdalTest extends AgainstTheTestCity {

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
