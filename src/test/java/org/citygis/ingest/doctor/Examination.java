package org.citygis.ingest.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citygis.geo.Box;
import org.citygis.ingest.Doctor;
import org.citygis.ingest.archive.ArchiveLimits;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.crs.ReferenceSystems;
import org.jspecify.annotations.Nullable;

/** Files examined as the command line does it, and what came of them. */
final class Examination implements AutoCloseable {
  static final Box CITY = new Box(113.1, 30.4, 113.7, 30.8);
  private static final ArchiveLimits LIMITS = new ArchiveLimits(100, 1L << 30, 200, 1L << 20, 1);
  private static final ReferenceSystems SYSTEMS = new ReferenceSystems();

  final Workspace workspace;
  final ImportReport report;

  private Examination(Workspace workspace, ImportReport report) {
    this.workspace = workspace;
    this.report = report;
  }

  static Examination of(Path folder, String geojson, CheckOptions options) throws IOException {
    Path file = Files.writeString(Files.createTempFile(folder, "x", ".geojson"), geojson);
    return of(folder, List.of(new Received("x.geojson", file)), CITY, options);
  }

  static Examination of(Path folder, List<Received> files, @Nullable Box city, CheckOptions options)
      throws IOException {
    Workspace workspace = Workspace.in(folder);
    Doctor doctor = new Doctor(SYSTEMS, city, LIMITS, 100);
    return new Examination(workspace, doctor.examine(files, options, workspace, rows -> {}));
  }

  ImportReport.Dataset dataset() {
    return report.datasets().getFirst();
  }

  List<Fault> faults() throws IOException {
    List<Fault> faults = new ArrayList<>();
    FaultFile.of(workspace, 0).read(faults::add);
    return faults;
  }

  List<String> codes() throws IOException {
    return faults().stream().map(fault -> fault.row() + " " + fault.defect().code()).toList();
  }

  @Override
  public void close() {
    workspace.close();
  }
}
