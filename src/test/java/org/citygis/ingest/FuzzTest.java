package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citygis.geo.Box;
import org.citygis.ingest.archive.ArchiveLimits;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.archive.Unpacker;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.ingest.doctor.LayerCheck;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Damaged files of every format, made from good ones by a seeded generator: read or refused, never
 * a crash, a hang or a heap that fills.
 */
class FuzzTest {
  private static final long LONGEST_SECONDS = 5;

  /** What one small file may make the JVM allocate, whatever sizes it claims. */
  private static final long MOST_BYTES = 256L << 20;

  private static final Box CITY = new Box(113.1, 30.4, 113.7, 30.8);
  private static final ReferenceSystems SYSTEMS = new ReferenceSystems();
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "shapefile, 1, 9000",
    "geopackage, 2, 5000",
    "geojson, 3, 6500",
    "csv, 4, 1000",
    "flatgeobuf, 5, 1500",
    "kml, 6, 1000"
  })
  void aDamagedFileIsReadOrRefused(String format, long seed, int rounds) throws Exception {
    List<Map<String, byte[]>> good = DamagedFiles.good(format, folder);
    Random random = new Random(seed);
    Workspace workspace = Workspace.in(folder);
    // The first file pays for what is loaded once in the life of a server.
    readOrRefuse("the good one", good.getFirst(), workspace);
    for (int round = 0; round < rounds; round++) {
      if (round % 250 == 0) {
        workspace.close();
        workspace = Workspace.in(folder);
      }
      String what = "%s seed %d round %d".formatted(format, seed, round);
      long start = System.nanoTime();
      long allocated = allocated();
      readOrRefuse(what, DamagedFiles.of(good, random), workspace);
      assertThat((System.nanoTime() - start) / 1e9).as(what).isLessThan(LONGEST_SECONDS);
      assertThat(allocated() - allocated).as(what).isLessThan(MOST_BYTES);
    }
    workspace.close();
  }

  private void readOrRefuse(String what, Map<String, byte[]> parts, Workspace workspace)
      throws IOException {
    List<Received> received = new ArrayList<>();
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      Path file = Files.write(folder.resolve("x." + part.getKey()), part.getValue());
      received.add(new Received("x." + part.getKey(), file));
    }
    try {
      read(received, workspace);
    } catch (UnreadableFile refused) {
      assertThat(refused.finding().message().zh()).as(what).isNotEmpty();
    } catch (RuntimeException | Error crash) {
      fail(what, crash);
    }
  }

  private static void read(List<Received> received, Workspace workspace) throws UnreadableFile {
    Unpacked unpacked = Unpacker.unpack(received, workspace, ArchiveLimits.DEFAULT, 5);
    for (FileSet set : unpacked.layers()) {
      try (FeatureSource source = Formats.open(set, null, 5)) {
        source.read(
            feature -> assertThat(feature.values()).hasSameSizeAs(source.fields().toArray()));
        LayerCheck.run(0, source, CheckOptions.NONE, SYSTEMS, CITY, workspace, rows -> {});
      } catch (UnreadableFile refused) {
        assertThat(refused.finding().message().zh()).isNotEmpty();
      }
    }
  }

  private static long allocated() {
    return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }
}
