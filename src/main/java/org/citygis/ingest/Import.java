package org.citygis.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citygis.ingest.archive.Unpacked;
import org.citygis.ingest.archive.Workspace;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** An upload that waits to be published. Guarded by its own lock. */
final class Import {
  private final String id;
  private final String owner;
  private final Instant created;
  private final List<ImportReport.SentFile> files;
  private final Workspace workspace;
  private final Unpacked unpacked;
  private List<Layer> layers;
  private int users;
  private boolean closed;

  /**
   * A layer of the upload as it was last read.
   *
   * @param checked null where it cannot be read
   */
  record Layer(ImportReport.Dataset report, @Nullable Checked checked) {}

  Import(
      String id,
      String owner,
      Instant created,
      List<ImportReport.SentFile> files,
      Workspace workspace,
      Unpacked unpacked,
      List<Layer> layers) {
    this.id = id;
    this.owner = owner;
    this.created = created;
    this.files = List.copyOf(files);
    this.workspace = workspace;
    this.unpacked = unpacked;
    this.layers = List.copyOf(layers);
  }

  String id() {
    return id;
  }

  String owner() {
    return owner;
  }

  Instant created() {
    return created;
  }

  Unpacked unpacked() {
    return unpacked;
  }

  Workspace workspace() {
    return workspace;
  }

  /** The names of what was sent, for the version's memory. */
  String sentAs() {
    return String.join(", ", files.stream().map(ImportReport.SentFile::name).toList());
  }

  synchronized ImportReport report() {
    return new ImportReport(
        files,
        ImportReport.Problem.of(unpacked.findings()),
        layers.stream().map(Layer::report).toList());
  }

  synchronized Layer layer(int index) {
    if (index < 0 || index >= layers.size()) {
      throw Problem.Invalid.parameter(
          "dataset",
          String.valueOf(index),
          Text.of("0 至 " + (layers.size() - 1), "0 to " + (layers.size() - 1)));
    }
    return layers.get(index);
  }

  synchronized void replace(int index, Layer layer) {
    List<Layer> changed = new ArrayList<>(layers);
    changed.set(index, layer);
    layers = List.copyOf(changed);
  }

  /** Keeps the files from being deleted; each call is answered by one {@link #release}. */
  synchronized void use() {
    if (closed) {
      throw gone(id);
    }
    users++;
  }

  synchronized void release() {
    users--;
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
