package org.citygis.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.citygis.catalog.StagedVersions;
import org.citygis.ingest.archive.DurableFile;
import org.citygis.ingest.archive.Workspace;
import org.citygis.ingest.doctor.CheckOptions;
import org.citygis.ingest.doctor.ImportReport;
import org.citygis.ingest.upload.UploadedFile;
import org.citygis.ingest.upload.Uploads;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;

/**
 * The files that wait to be checked or published. They lie on this copy's disk and are found again
 * after a restart; what has no record there was killed while it came in, and is deleted.
 */
@Component
final class Imports {
  private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

  private final ImportSettings settings;
  private final ImportCheck check;
  private final Uploads uploads;
  private final StagedVersions staged;
  private final Clock clock;
  private final Path folder;
  private final Map<String, Import> waiting = new ConcurrentHashMap<>();

  Imports(
      ImportSettings settings,
      ImportCheck check,
      Uploads uploads,
      StagedVersions staged,
      Clock clock,
      @Value("${citygis.data}/imports") Path folder)
      throws IOException {
    this.settings = settings;
    this.check = check;
    this.uploads = uploads;
    this.staged = staged;
    this.clock = clock;
    this.folder = folder;
    Workspace.sweep(folder, this::open);
  }

  /** Opens what an earlier process left; false where that cannot be read or has expired. */
  private boolean open(Path workspace) {
    Path file = workspace.resolve(ImportRecord.NAME);
    try {
      if (!Files.isRegularFile(file)) {
        return false;
      }
      Import found =
          new Import(ImportRecord.of(Files.readAllBytes(file)), Workspace.of(workspace), true);
      if (expiry(found).isBefore(clock.instant())) {
        return false;
      }
      waiting.put(found.id(), found);
      return true;
    } catch (IOException | JacksonException e) {
      LOG.warn("Import {} is deleted: {}", workspace.getFileName(), e.getMessage());
      return false;
    }
  }

  /**
   * What came of files that were sent in one request.
   *
   * @param kept null where nothing of it can be published, and nothing was kept
   */
  record Outcome(ImportReport report, @Nullable Import kept) {}

  /** Reads an upload; nothing of it stays on disk unless a layer of it could be published. */
  Outcome receive(
      User user, List<MultipartFile> files, CheckRequests.Request asked, CheckOptions options) {
    Workspace workspace = null;
    try {
      workspace = Workspace.in(folder);
      List<UploadedFile> received = new ArrayList<>();
      for (MultipartFile file : files) {
        Path path = workspace.newFile();
        file.transferTo(path);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        received.add(new UploadedFile(name, String.valueOf(path.getFileName()), file.getSize()));
      }
      String id = UUID.randomUUID().toString();
      CheckWanted wanted = new CheckWanted(id, null, asked);
      Import made = new Import(record(id, user, received, wanted), workspace, false);
      check.all(made, options, (done, total, message) -> {});
      ImportReport report = made.report();
      if (!report.hasHope()) {
        return new Outcome(report, null);
      }
      made.keep();
      workspace = null;
      keep(made);
      return new Outcome(report, made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (workspace != null) {
        workspace.close();
      }
    }
  }

  /** Makes an import of an upload that is complete; its files move, and nothing is read yet. */
  Import adopt(User user, String upload, CheckWanted wanted) {
    ImportRecord[] made = new ImportRecord[1];
    Workspace workspace =
        uploads.take(
            user,
            upload,
            folder,
            (place, files) -> {
              made[0] = record(wanted.of(), user, files, wanted);
              DurableFile.write(place.resolve(ImportRecord.NAME), made[0].toJson());
            });
    Import adopted = new Import(Objects.requireNonNull(made[0]), workspace, true);
    keep(adopted);
    return adopted;
  }

  private ImportRecord record(
      String id, User user, List<UploadedFile> received, CheckWanted wanted) {
    return new ImportRecord(
        id,
        user.name(),
        clock.instant(),
        received.stream().map(file -> new ImportReport.SentFile(file.name(), file.size())).toList(),
        received,
        wanted,
        null,
        null,
        null,
        null);
  }

  private void keep(Import made) {
    waiting.put(made.id(), made);
    waiting.values().stream()
        .filter(other -> other.owner().equals(made.owner()))
        .sorted(Comparator.comparing(Import::created).reversed())
        .skip(settings.perUser())
        .forEach(this::forget);
  }

  /** Reads one layer again with other choices, and remembers what it says now. */
  Import.Layer checkAgain(Import of, int index, CheckOptions options) {
    return check.again(of, index, options, (done, total, message) -> {});
  }

  /** An import of the user; an administrator finds every one. */
  Import get(User user, String id) {
    return find(user, id).orElseThrow(() -> Import.gone(id));
  }

  Optional<Import> find(User user, String id) {
    return Optional.ofNullable(waiting.get(id))
        .filter(it -> it.owner().equals(user.name()) || user.has(Role.ADMINISTRATOR));
  }

  /** The user's own imports, newest first. */
  List<Import> list(User user) {
    return waiting.values().stream()
        .filter(each -> each.owner().equals(user.name()))
        .sorted(Comparator.comparing(Import::created).reversed())
        .toList();
  }

  /** Those that were never read to their end. */
  List<Import> unchecked() {
    return waiting.values().stream().filter(each -> !each.isChecked()).toList();
  }

  Instant expiry(Import of) {
    return of.created().plus(settings.keep());
  }

  /**
   * Deletes an import with its files, and the version that was staged of it; false while it is
   * being published.
   */
  boolean forget(Import of) {
    if (!of.close()) {
      return false;
    }
    waiting.remove(of.id());
    staged.find(of.id()).ifPresent(staged::discard);
    return true;
  }

  /** Deletes an import, its files as soon as nobody reads them. */
  void discard(Import of) {
    waiting.remove(of.id());
    of.discard();
    staged.find(of.id()).ifPresent(staged::discard);
  }

  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
  void forgetExpired() {
    Instant now = clock.instant();
    waiting.values().stream().filter(each -> expiry(each).isBefore(now)).forEach(this::forget);
  }
}
