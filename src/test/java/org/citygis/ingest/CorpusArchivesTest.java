package org.citygis.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.citygis.ingest.archive.ArchiveLimits;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Unpacker;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.UnreadableFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every archive of the corpus ends in the rows that it holds, or in a refusal with a reason. */
class CorpusArchivesTest {
  private static final List<Path> BESIDE =
      List.of(Path.of("../shared/corpus/real"), Path.of("../../shared/corpus/real"));

  /**
   * The rows of each layer, as GDAL counts them; or the defect for which an archive is refused:
   * geodatabases and MapInfo are not read, deflate64 is a compression that Java does not have, and
   * the others hold no layer of features.
   */
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("file.zip", "archive-without-layer"),
          Map.entry("coutwildrnp.zip", "coutwildrnp 67"),
          Map.entry("testopenfilegdb.gdb.zip", "format-not-read"),
          Map.entry("cp866.zip", "archive-without-layer"),
          Map.entry("deflate64.zip", "archive-broken"),
          Map.entry("eofloop_valid_huff.tif.zip", "archive-without-layer"),
          Map.entry("twofileinsubdir.zip", "archive-without-layer"),
          Map.entry("utf8.zip", "archive-without-layer"),
          Map.entry("50000_50000_uint16.gpkg.zip", "gpkg-without-layer"),
          Map.entry("gfs.t00z.mastergrb2f03.zip", "archive-without-layer"),
          Map.entry("arc_segment_interior_point_but_line.gdb.zip", "format-not-read"),
          Map.entry("sparse.gdb.zip", "format-not-read"),
          Map.entry("test3005.gdb.zip", "format-not-read"),
          Map.entry("test_default_val.gdb.zip", "format-not-read"),
          Map.entry("testopenfilegdb.zip", "format-not-read"),
          Map.entry("testopenfilegdb92.gdb.zip", "format-not-read"),
          Map.entry("testopenfilegdb93.gdb.zip", "format-not-read"),
          Map.entry("weird_winding_order_fgdb.zip", "format-not-read"),
          Map.entry("poly.gpkg.zip", "poly 10"),
          Map.entry("gtfs_extract.zip", "archive-without-layer"),
          Map.entry("archive_pnd.zip", "archive-without-layer"),
          Map.entry("archive_single.zip", "archive-without-layer"),
          Map.entry("compr_symb_deleted_records.zip", "format-not-read"),
          Map.entry("REL.zip", "releaseArea20090407 1"),
          Map.entry("blockgroups.zip", "blockgroups 663"),
          Map.entry("blockgroups_multishapefile.zip", "blockgroups 663, blockgroups2 663"),
          Map.entry("empty_zipfile.zip", "archive-without-layer"),
          Map.entry("TM_WORLD_BORDERS_SIMPL-0.3.zip", "TM_WORLD_BORDERS_SIMPL-0.3 246"),
          Map.entry("counties5.zip", "counties5 3135"),
          Map.entry("empty-shp.zip", "POLYGON 2"),
          Map.entry("maSP.zip", "TOWNSSURVEY_POLYM 351"),
          Map.entry("nj_counties.zip", "nj_counties 21"),
          Map.entry("pandr.zip", "pandr 80"),
          Map.entry("leaflet.zip", "archive-without-layer"),
          Map.entry("SHP_Exclude.zip", "TestExclude 1"),
          Map.entry("T8Th4_6n.zip", "POLYLINE 1"),
          Map.entry("badzip.zip", "archive-broken"),
          Map.entry("codepage.zip", "codepage 2"),
          Map.entry("counties.zip", "counties 14"),
          Map.entry("mixedcase.zip", "senate 40"),
          Map.entry("no-dbf.zip", "no-dbf 14"),
          Map.entry("noshp.zip", "counties 14"),
          Map.entry("qgis.zip", "qgis 2"),
          Map.entry("senate.zip", "senate 40"),
          Map.entry("train_stations.zip", "train_stations 361"),
          Map.entry("utf.zip", "utf 2"),
          Map.entry("zero-len-line.zip", "zero-len-line 3"));

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> archivesReadAsExpected() throws IOException {
    List<Path> archives = new ArrayList<>();
    for (Path corpus : BESIDE.stream().filter(Files::isDirectory).limit(1).toList()) {
      try (Stream<Path> files = Files.walk(corpus)) {
        files
            .filter(file -> file.toString().endsWith(".zip") && Files.isRegularFile(file))
            .sorted()
            .forEach(archives::add);
      }
    }
    return archives.stream()
        .map(file -> dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private void check(Path archive) throws IOException {
    String name = archive.getFileName().toString();
    assertThat(name + " " + outcome(archive)).isEqualTo(name + " " + EXPECTED.get(name));
  }

  private String outcome(Path archive) throws IOException {
    try (Workspace workspace = Workspace.in(folder)) {
      List<Received> received = List.of(new Received(archive.getFileName().toString(), archive));
      List<String> counts = new ArrayList<>();
      for (FileSet set : Unpacker.unpack(received, workspace, ArchiveLimits.DEFAULT, 10).layers()) {
        AtomicLong rows = new AtomicLong();
        try (FeatureSource source = Formats.open(set, null, 10)) {
          source.read(feature -> rows.incrementAndGet());
          counts.add(set.name() + " " + rows);
        }
      }
      return String.join(", ", counts.stream().sorted().toList());
    } catch (UnreadableFile refused) {
      return refused.finding().defect().code();
    }
  }
}
