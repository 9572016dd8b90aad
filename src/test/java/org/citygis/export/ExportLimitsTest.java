package org.citygis.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.citygis.catalog.Layers;
import org.citygis.jobs.Job;
import org.citygis.jobs.Jobs;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.testing.OnH2gis;
import org.citygis.text.Lang;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What an export must not do, with limits that a test can reach. */
@OnH2gis
@TestPropertySource(
    properties = {
      "citygis.data=target/export-limits-data",
      "citygis.export.shapefile=1KB",
      "citygis.export.rows=4",
      "citygis.export.per-user=1"
    })
class ExportLimitsTest extends AgainstTheExportCity {
  @Autowired Layers layers;
  @Autowired Exports exports;
  @Autowired ExportSlots slots;
  @Autowired ExportFiles files;
  @Autowired ExportSettings settings;

  @Test
  void aShapefileOverItsLimitIsRefusedBeforeAnythingIsWritten() throws IOException {
    HttpResponse<byte[]> refused = export("parcels", "f=shapefile&lang=en");
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(json(refused).get("detail").asString())
        .contains("parcels.dbf", "GeoPackage (f=geopackage)", "FlatGeobuf");
    assertThat(header(refused, "Content-Disposition")).isEmpty();
    assertThat(inFolder()).isEmpty();
    assertThat(
            postAsAdmin("/api/exports", "{\"layer\":\"parcels\",\"f\":\"shapefile\"}").statusCode())
        .isEqualTo(413);
    assertThat(export("parcels", "f=geopackage").statusCode()).isEqualTo(200);
    assertThat(inFolder()).isEmpty();
  }

  @Test
  void tooManyRowsAreRefused() {
    HttpResponse<byte[]> refused = export("sketch", "f=geojson");
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("5", "bbox");
  }

  @Test
  void nobodyRunsMoreAtOnceThanAllowed() {
    try (ExportSlots.Slot first = slots.take(User.ANONYMOUS)) {
      assertThatThrownBy(() -> slots.take(User.ANONYMOUS)).isInstanceOf(Problem.Unavailable.class);
      assertThat(export("parcels", "f=geojson").statusCode()).isEqualTo(503);
      slots.take(User.SYSTEM).close();
    }
    assertThat(export("parcels", "f=geojson").statusCode()).isEqualTo(200);
  }

  @Test
  void nobodyQueuesMoreJobsThanAllowed() {
    Jobs full = mock(Jobs.class);
    when(full.list(any(), anyBoolean(), any(), any(), any(), anyInt()))
        .thenReturn(Collections.nCopies(settings.jobsPerUser(), mock(Job.class)));
    ExportController controller = new ExportController(layers, exports, files, full, settings);
    Map<String, Object> wish = Map.of("layer", "parcels", "f", "csv");
    assertThatThrownBy(() -> controller.start(wish, User.SYSTEM, Lang.EN))
        .isInstanceOf(Problem.Unavailable.class);
    verify(full, never()).start(any(), any(), any(), any());
  }

  @Test
  void filesThatWaitedTooLongAreDeleted() throws IOException {
    Path file = Files.writeString(folder.resolve("old"), "old");
    String old = files.keep(file);
    String fresh = files.keep(Files.writeString(folder.resolve("new"), "new"));
    Files.setLastModifiedTime(
        files.find(old).orElseThrow(), FileTime.from(Instant.now().minusSeconds(90_000)));
    files.sweepExpired();
    assertThat(files.find(old)).isEmpty();
    assertThat(files.find(fresh)).isPresent();
    assertThat(files.find("../" + UUID.randomUUID())).isEmpty();
    Files.delete(files.find(fresh).orElseThrow());
  }

  @Test
  void whatAnEarlierProcessLeftUnfinishedIsDeletedAtTheStart() throws IOException {
    Path data = folder.resolve("data");
    Path left = Files.createDirectories(data.resolve("exports/making-1/part"));
    new ExportFiles(data, settings, Clock.systemUTC());
    assertThat(left.getParent()).doesNotExist();
  }

  private static List<Path> inFolder() throws IOException {
    try (var entries = Files.list(Path.of("target/export-limits-data/exports"))) {
      return entries.filter(p -> p.getFileName().toString().startsWith("making-")).toList();
    }
  }
}
