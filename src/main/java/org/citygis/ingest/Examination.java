package org.citygis.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.LayerDefinition;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.ingest.archive.ArchiveLimits;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.crs.Placement;
import org.citygis.ingest.crs.ReferenceSystems;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.ingest.doctor.FaultCsv;
import org.citygis.ingest.doctor.FaultFile;
import org.citygis.ingest.doctor.FaultGeoJson;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.ingest.doctor.ReportPage;
import org.citygis.ingest.doctor.Target;
import org.citygis.text.Lang;
import org.jspecify.annotations.Nullable;

/**
 * The doctor's look at files where they lie, without a server: what was found, to be written as a
 * page, a table or a map. Its temporary files are gone when it is closed.
 */
public final class Examination implements AutoCloseable {
  private static final int PROBLEMS = 100;

  private final Workspace workspace;
  private final ImportReport report;

  private Examination(Workspace workspace, ImportReport report) {
    this.workspace = workspace;
    this.report = report;
  }

  /**
   * What is said about the files.
   *
   * @param encoding of their text, null to let them speak
   * @param crs their reference system, null likewise
   * @param shift {@code gcj02} or {@code bd09} to take back, null for none
   * @param city west, south, east, north of the city in degrees, null where that is not known
   */
  public record Wanted(
      @Nullable String encoding,
      @Nullable String crs,
      @Nullable String shift,
      @Nullable Box city) {}

  /**
   * Reads the files from end to end.
   *
   * @param layer that they are meant for, null for none; its code lists come from the catalogue
   * @param progress told the number of rows of the present layer, often
   * @throws org.citygis.problem.Problem when something wanted is wrong
   * @throws IOException where a file cannot be opened at all
   */
  public static Examination of(
      List<Path> files,
      Wanted wanted,
      @Nullable LayerDefinition layer,
      @Nullable Catalog catalog,
      LongConsumer progress)
      throws IOException {
    CheckOptions options =
        new CheckOptions(
            Choices.encoding(wanted.encoding),
            Choices.crs(wanted.crs),
            layer == null || catalog == null
                ? null
                : Target.of(layer, layer.key(), catalog::findCodeList),
            null,
            Choices.shift(wanted.shift));
    List<Received> received = new ArrayList<>();
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new IOException(file.toString());
      }
      received.add(new Received(String.valueOf(file.getFileName()), file));
    }
    Workspace workspace = Workspace.in(Path.of(System.getProperty("java.io.tmpdir")));
    try {
      Doctor doctor =
          new Doctor(new ReferenceSystems(), wanted.city, ArchiveLimits.DEFAULT, PROBLEMS);
      return new Examination(workspace, doctor.examine(received, options, workspace, progress));
    } catch (RuntimeException e) {
      workspace.close();
      throw e;
    }
  }

  public ImportReport report() {
    return report;
  }

  /** The printable page, complete in itself. */
  public void writePage(Path file, Lang lang) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      ReportPage.write(report, index -> FaultFile.of(workspace, index), lang, out);
    }
  }

  /** All faults of a layer, a line each. */
  public void writeCsv(int dataset, Path file, Lang lang) throws IOException {
    try (Writer out = new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      FaultCsv.write(FaultFile.of(workspace, dataset), lang, out);
    }
  }

  /** All faults of a layer that have a place, as points in longitude and latitude. */
  public void writeGeoJson(int dataset, Path file, Lang lang) throws IOException {
    String code = report.datasets().get(dataset).crs().code();
    Crs crs = code == null ? null : Placement.parse("crs", code).crs();
    try (OutputStream out = Files.newOutputStream(file)) {
      FaultGeoJson.write(FaultFile.of(workspace, dataset), crs, lang, out);
    }
  }

  @Override
  public void close() {
    workspace.close();
  }
}
