package org.citygis.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.citygis.ingest.archive.DurableFile;
import org.citygis.ingest.archive.Received;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.doctor.Checked;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.Findings;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Files that wait to be checked or published. Guarded by its own lock; once it is kept, every
 * change is on the disk when the call returns.
 */
final class Import {
  private final Workspace workspace;
  private ImportRecord record;
  private boolean kept;
  private int users;
  private boolean unwanted;
  private boolean closed;

  /**
   * A layer of the upload as it was last read.
   *
   * @param checked null where it cannot be read
   */
  record Layer(ImportReport.Dataset report, @Nullable Checked checked) {}

  /**
   * @param kept whether the record is on the disk already
   */
  Import(ImportRecord record, Workspace workspace, boolean kept) {
    this.record = record;
    this.workspace = workspace;
    this.kept = kept;
  }

  String id() {
    return now().id();
  }

  String owner() {
    return now().owner();
  }

  Instant created() {
    return now().created();
  }

  /** How it is to be checked. */
  CheckWanted wanted() {
    return now().wanted();
  }

  List<ImportReport.SentFile> files() {
    return now().files();
  }

  /** The job that was last about it. */
  Optional<String> findJob() {
    return Optional.ofNullable(now().job());
  }

  Workspace workspace() {
    return workspace;
  }

  private synchronized ImportRecord now() {
    return record;
  }

  /** The names of what was sent, for the version's memory. */
  String sentAs() {
    return String.join(", ", files().stream().map(ImportReport.SentFile::name).toList());
  }

  /** The files as they were sent. */
  List<Received> received() {
    return now().received().stream()
        .map(file -> new Received(file.name(), workspace.folder().resolve(file.path())))
        .toList();
  }

  boolean isUnpacked() {
    return now().unpacked() != null;
  }

  /** The layers of the files; none before they were unpacked. */
  Unpacked unpacked() {
    ImportRecord.Contents contents = now().unpacked();
    return contents == null
        ? new Unpacked(List.of(), new Findings(0))
        : contents.in(workspace.folder());
  }

  boolean isChecked() {
    return now().layers() != null;
  }

  /** What was found; nothing before the first check has ended. */
  ImportReport report() {
    ImportRecord kept = now();
    Findings findings = unpacked().findings();
    if (kept.refusal() != null) {
      findings = new Findings(1);
      findings.add(kept.refusal());
    }
    List<Layer> layers = kept.layers() == null ? List.of() : kept.layers();
    return new ImportReport(
        kept.files(),
        ImportReport.Problem.of(findings),
        layers.stream().map(Layer::report).toList());
  }

  Layer layer(int index) {
    List<Layer> layers = now().layers();
    if (layers == null || layers.isEmpty()) {
      throw new Problem.Conflict(
          layers == null
              ? Text.of("文件尚未检查完毕。", "The files have not been checked yet.")
              : Text.of("文件中没有可读的数据集。", "The files hold no dataset that can be read."));
    }
    if (index < 0 || index >= layers.size()) {
      throw Problem.Invalid.parameter(
          "dataset",
          String.valueOf(index),
          Text.of("0 至 " + (layers.size() - 1), "0 to " + (layers.size() - 1)));
    }
    return layers.get(index);
  }

  synchronized void replace(int index, Layer layer) {
    if (record.layers() != null) {
      List<Layer> changed = new ArrayList<>(record.layers());
      changed.set(index, layer);
      layers(changed, null);
    }
  }

  /** What it holds is known; the archives are not needed any more. */
  synchronized void unpacked(Unpacked unpacked) throws IOException {
    write(
        new ImportRecord(
            record.id(),
            record.owner(),
            record.created(),
            record.files(),
            List.of(),
            record.wanted(),
            ImportRecord.Contents.of(unpacked),
            null,
            null,
            record.job()));
    Set<Path> wanted = new HashSet<>();
    unpacked.layers().forEach(set -> wanted.addAll(set.parts().values()));
    deleteAllBut(wanted);
  }

  /** Deletes what an interrupted attempt to unpack or to check left. */
  void deleteHalf() throws IOException {
    Set<Path> wanted = new HashSet<>();
    received().forEach(file -> wanted.add(file.file()));
    unpacked().layers().forEach(set -> wanted.addAll(set.parts().values()));
    deleteAllBut(wanted);
  }

  /** Every layer has been read. */
  void checked(List<Layer> layers) {
    layers(List.copyOf(layers), null);
  }

  /** Nothing of it can be read. */
  void refuse(Finding why) {
    layers(List.of(), why);
  }

  /** Deletes the files where nothing of them can be published; what was found out stays. */
  void deleteFiles() throws IOException {
    deleteAllBut(Set.of());
  }

  private void deleteAllBut(Set<Path> wanted) throws IOException {
    Set<Path> all = new HashSet<>(wanted);
    all.add(workspace.folder().resolve(ImportRecord.NAME));
    workspace.keepOnly(all);
  }

  private synchronized void layers(List<Layer> layers, @Nullable Finding refusal) {
    change(layers, refusal, record.job());
  }

  synchronized void job(String id) {
    change(record.layers(), record.refusal(), id);
  }

  private void change(
      @Nullable List<Layer> layers, @Nullable Finding refusal, @Nullable String job) {
    write(
        new ImportRecord(
            record.id(),
            record.owner(),
            record.created(),
            record.files(),
            record.received(),
            record.wanted(),
            record.unpacked(),
            layers,
            refusal,
            job));
  }

  private void write(ImportRecord next) {
    if (kept && !closed) {
      save(next);
    }
    record = next;
  }

  /** From here on it outlives the process. */
  synchronized void keep() {
    save(record);
    kept = true;
  }

  private void save(ImportRecord what) {
    try {
      DurableFile.write(workspace.folder().resolve(ImportRecord.NAME), what.toJson());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps the files from being deleted; each call is answered by one {@link #release}. */
  synchronized void use() {
    if (closed || unwanted) {
      throw gone(record.id());
    }
    users++;
  }

  synchronized void release() {
    users--;
    if (users == 0 && unwanted) {
      close();
    }
  }

  /** Deletes the files; false while they are in use. */
  synchronized boolean close() {
    if (users > 0) {
      return false;
    }
    if (!closed) {
      closed = true;
      workspace.close();
    }
    return true;
  }

  /** Deletes the files as soon as nobody uses them. */
  synchronized void discard() {
    unwanted = true;
    close();
  }

  static Problem.NotFound gone(String id) {
    Problem.NotFound problem =
        new Problem.NotFound(
            Text.of(
                "没有导入 %s，可能已发布、取消或过期。".formatted(id),
                "There is no import %s; it may have been published, cancelled or expired."
                    .formatted(id)));
    problem.about("id", id, Text.of("您自己的导入编号", "the id of an import of yours"));
    return problem;
  }
}
