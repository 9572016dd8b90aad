package org.citygis.ingest.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.citygis.ingest.archive.DurableFile;
import org.citygis.ingest.archive.Workspace;
import tools.jackson.databind.json.JsonMapper;

/** Files that come in pieces, in a folder of their own. */
final class Upload {
  private final Path folder;
  private final String id;
  private final String owner;
  private final Instant created;
  private final Clock clock;
  private final JsonMapper json;
  private final List<UploadFile> files = new ArrayList<>();
  private Instant touched;

  /** As the manifest says; what is missing on the disk of a confirmed file is asked for again. */
  Upload(Path folder, Manifest manifest, Clock clock, JsonMapper json) throws IOException {
    this.folder = folder;
    this.id = manifest.id();
    this.owner = manifest.owner();
    this.created = manifest.created();
    this.touched = manifest.touched();
    this.clock = clock;
    this.json = json;
    for (int i = 0; i < manifest.files().size(); i++) {
      Path path = folder.resolve("file-" + (i + 1));
      Manifest.Entry entry = manifest.files().get(i);
      long there = Files.exists(path) ? Files.size(path) : 0;
      files.add(
          new UploadFile(
              path,
              new Manifest.Entry(
                  entry.name(), entry.size(), entry.sha256(), Math.min(there, entry.received())),
              this::confirm));
    }
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

  synchronized Instant touched() {
    return touched;
  }

  Path folder() {
    return folder;
  }

  List<UploadFile> files() {
    return files;
  }

  boolean isComplete() {
    return files.stream().allMatch(UploadFile::isComplete);
  }

  /** How many bytes are still to come. */
  long missing() {
    return files.stream().mapToLong(file -> file.size() - file.received()).sum();
  }

  private void confirm() {
    try {
      write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void write() throws IOException {
    touched = clock.instant();
    Manifest manifest =
        new Manifest(id, owner, created, touched, files.stream().map(UploadFile::entry).toList());
    DurableFile.write(folder.resolve(Manifest.NAME), json.writeValueAsBytes(manifest));
  }

  /** Keeps writers away from all files for good; false while one is being written. */
  boolean close() {
    List<UploadFile> locked = new ArrayList<>();
    for (UploadFile file : files) {
      if (!file.lock()) {
        locked.forEach(UploadFile::unlock);
        return false;
      }
      locked.add(file);
    }
    return true;
  }

  void delete() throws IOException {
    Workspace.delete(folder);
  }
}
