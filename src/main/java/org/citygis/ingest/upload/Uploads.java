package org.citygis.ingest.upload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.citygis.ingest.archive.FreeSpace;
import org.citygis.ingest.archive.Workspace;
import org.citygis.problem.Problem;
import org.citygis.security.Role;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The uploads on this copy's disk; they are found again after a restart. */
@Component
public final class Uploads {
  private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

  private final UploadSettings settings;
  private final Clock clock;
  private final JsonMapper json;
  private final Path folder;
  private final Map<String, Upload> open = new ConcurrentHashMap<>();

  /** Writes beside the files, before they move, what the new owner of the folder needs. */
  @FunctionalInterface
  public interface Preparation {
    void prepare(Path folder, List<UploadedFile> files) throws IOException;
  }

  Uploads(
      UploadSettings settings,
      Clock clock,
      JsonMapper json,
      @Value("${citygis.data}/uploads") Path folder)
      throws IOException {
    this.settings = settings;
    this.clock = clock;
    this.json = json;
    this.folder = folder;
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder)) {
        for (Path each : found) {
          find(each);
        }
      }
    }
    forgetExpired();
  }

  /** Opens what an earlier process left; a folder without a manifest was killed while it began. */
  private void find(Path each) throws IOException {
    Path manifest = each.resolve(Manifest.NAME);
    if (Files.isRegularFile(manifest)) {
      try {
        Manifest kept = json.readValue(Files.readAllBytes(manifest), Manifest.class);
        open.put(kept.id(), new Upload(each, kept, clock, json));
        return;
      } catch (JacksonException e) {
        LOG.warn("Upload {} is deleted: its manifest cannot be read", each.getFileName());
      }
    }
    Workspace.delete(each);
  }

  UploadSettings settings() {
    return settings;
  }

  /**
   * Makes room for files.
   *
   * @param files with nothing received yet
   */
  synchronized Upload create(User user, List<Manifest.Entry> files) throws IOException {
    long own = open.values().stream().filter(each -> each.owner().equals(user.name())).count();
    if (own >= settings.uploadsPerUser()) {
      throw new Problem.Conflict(
          Text.of(
              "您已有 %d 个未完成的上传，请先完成或删除。".formatted(own),
              "You have %d open uploads; finish or delete one first.".formatted(own)));
    }
    Files.createDirectories(folder);
    long promised = open.values().stream().mapToLong(Upload::missing).sum();
    long wanted = files.stream().mapToLong(Manifest.Entry::size).sum();
    FreeSpace.require(folder, promised + wanted, settings.spare().toBytes());
    String id = UUID.randomUUID().toString();
    Instant now = clock.instant();
    Path place = Files.createDirectory(folder.resolve(id));
    Upload upload = new Upload(place, new Manifest(id, user.name(), now, now, files), clock, json);
    boolean kept = false;
    try {
      for (UploadFile file : upload.files()) {
        if (!file.begin()) {
          throw Problem.Invalid.parameter(
              "sha256",
              String.valueOf(file.entry().sha256()),
              Text.of("空文件的 SHA-256", "the SHA-256 of an empty file"));
        }
      }
      upload.write();
      open.put(id, upload);
      kept = true;
    } finally {
      if (!kept) {
        upload.delete();
      }
    }
    return upload;
  }

  /**
   * An upload of the user; an administrator finds every one.
   *
   * @throws Problem.NotFound when there is none that he may see
   */
  Upload get(User user, String id) {
    Upload found = open.get(id);
    if (found == null || !(found.owner().equals(user.name()) || user.has(Role.ADMINISTRATOR))) {
      Problem.NotFound problem =
          new Problem.NotFound(
              Text.of(
                  "没有上传 %s，可能已导入、取消或过期。".formatted(id),
                  "There is no upload %s; it may have been imported, cancelled or expired."
                      .formatted(id)));
      problem.about("upload", id, Text.of("您自己的上传编号", "the id of an upload of yours"));
      throw problem;
    }
    return found;
  }

  /** The user's own uploads, newest first. */
  List<Upload> list(User user) {
    return open.values().stream()
        .filter(each -> each.owner().equals(user.name()))
        .sorted(Comparator.comparing(Upload::created).reversed())
        .toList();
  }

  Instant expiry(Upload upload) {
    return upload.touched().plus(settings.uploadKeep());
  }

  void delete(User user, String id) throws IOException {
    Upload upload = get(user, id);
    close(upload);
    open.remove(id);
    upload.delete();
  }

  /** Refuses a piece for which others have left no room on the disk since it was promised. */
  void requireRoom(long bytes) {
    FreeSpace.require(folder, Math.max(0, bytes), settings.largestChunk().toBytes());
  }

  /**
   * Hands the files of a whole upload over: its folder becomes a workspace, in one step and without
   * a copy.
   *
   * @param workspaces the folder that the workspace is to lie in
   * @throws Problem.Conflict when bytes are missing
   */
  public Workspace take(User user, String id, Path workspaces, Preparation preparation) {
    Upload upload = get(user, id);
    if (!upload.isComplete()) {
      throw new Problem.Conflict(
          Text.of(
              "上传尚未完成，还差 %d 字节。".formatted(upload.missing()),
              "The upload is not complete; %d bytes are missing.".formatted(upload.missing())));
    }
    close(upload);
    try {
      preparation.prepare(
          upload.folder(),
          upload.files().stream()
              .map(
                  file ->
                      new UploadedFile(
                          file.name(), String.valueOf(file.path().getFileName()), file.size()))
              .toList());
      Workspace workspace = Workspace.adopt(upload.folder(), workspaces);
      open.remove(id);
      return workspace;
    } catch (IOException e) {
      upload.files().forEach(UploadFile::unlock);
      throw new UncheckedIOException(e);
    }
  }

  private static void close(Upload upload) {
    if (!upload.close()) {
      throw new Problem.Conflict(
          Text.of("上传正在写入，请稍后再试。", "The upload is being written to; try again shortly."));
    }
  }

  /** Deletes uploads that were given up silently. */
  @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.HOURS)
  void forgetExpired() throws IOException {
    Instant now = clock.instant();
    for (Upload upload : open.values()) {
      if (expiry(upload).isBefore(now) && upload.close()) {
        open.remove(upload.id());
        upload.delete();
      }
    }
  }
}
