package org.citygis.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.citygis.geo.Box;
import org.citygis.ingest.archive.ArchiveLimits;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.archive.Unpacker;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.ingest.doctor.LayerCheck;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.FileSet;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * Examines files without changing anything and without a server. All faults are in the workspace
 * afterwards, as long as it is open; see {@link org.citygis.ingest.doctor.FaultFile}.
 */
public final class Doctor {
  private final ReferenceSystems systems;
  private final @Nullable Box city;
  private final ArchiveLimits limits;
  private final int problems;

  /**
   * @param city longitudes and latitudes where the city lies, null where that is not known
   * @param problems of each kind that a report lists in full
   */
  public Doctor(ReferenceSystems systems, @Nullable Box city, ArchiveLimits limits, int problems) {
    this.systems = systems;
    this.city = city;
    this.limits = limits;
    this.problems = problems;
  }

  /**
   * Unpacks files into the workspace and examines every layer in them; what cannot be read is in
   * the report.
   *
   * @param progress told the number of rows of the present layer, often
   */
  public ImportReport examine(
      List<Received> files, CheckOptions options, Workspace workspace, LongConsumer progress) {
    List<ImportReport.SentFile> sent =
        files.stream()
            .map(file -> new ImportReport.SentFile(file.name(), file.file().toFile().length()))
            .toList();
    try {
      Unpacked unpacked = Unpacker.unpack(files, workspace, limits, problems);
      List<ImportReport.Dataset> datasets = new ArrayList<>();
      for (FileSet layer : unpacked.layers()) {
        datasets.add(examine(datasets.size(), layer, options, workspace, progress));
      }
      return new ImportReport(sent, ImportReport.Problem.of(unpacked.findings()), datasets);
    } catch (UnreadableFile e) {
      Findings findings = new Findings(1);
      findings.add(e.finding());
      return new ImportReport(sent, ImportReport.Problem.of(findings), List.of());
    }
  }

  private ImportReport.Dataset examine(
      int index, FileSet layer, CheckOptions options, Workspace workspace, LongConsumer progress) {
    try (FeatureSource source = Formats.open(layer, options.encoding(), problems)) {
      return LayerCheck.run(index, source, options, systems, city, workspace, progress).report();
    } catch (UnreadableFile e) {
      return ImportReport.Dataset.unreadable(index, layer.name(), e.finding());
    }
  }
}
