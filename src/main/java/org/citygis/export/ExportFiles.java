package org.citygis.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * The folder {@code exports} of the data folder: what is being made, in a folder of its own each,
 * and what waits to be fetched, under a key.
 */
@Component
class ExportFiles {
  private static final Logger LOG = LoggerFactory.getLogger(ExportFiles.class);
  private static final String MAKING = "making-";
  private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

  private final Path root;
  private final ExportSettings settings;
  private final Clock clock;

  ExportFiles(@Value("${citygis.data}") Path data, ExportSettings settings, Clock clock)
      throws IOException {
    this.root = data.resolve("exports").toAbsolutePath();
    this.settings = settings;
    this.clock = clock;
    Files.createDirectories(root);
    sweep(true);
  }

  /** A private folder for the parts of one export; deleted with all it holds. */
  record Folder(Path path) implements AutoCloseable {
    @Override
    public void close() {
      try {
        FileSystemUtils.deleteRecursively(path);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete " + path, e);
      }
    }
  }

  Folder folder() throws IOException {
    return new Folder(Files.createTempDirectory(root, MAKING));
  }

  /** Keeps a finished file to be fetched. */
  String keep(Path file) throws IOException {
    String key = UUID.randomUUID().toString();
    Files.move(file, root.resolve(key), StandardCopyOption.ATOMIC_MOVE);
    return key;
  }

  Optional<Path> find(String key) {
    Path file = root.resolve(key);
    return KEY.matcher(key).matches() && Files.isRegularFile(file)
        ? Optional.of(file)
        : Optional.empty();
  }

  Instant expiry() {
    return clock.instant().plus(settings.keep());
  }

  /**
   * @throws Problem.Unavailable when that much more would leave less than the reserve free
   */
  void requireSpace(long bytes) throws IOException {
    long usable = Files.getFileStore(root).getUsableSpace();
    if (usable - bytes < settings.reserve().toBytes()) {
      throw new Problem.Unavailable(
          Text.of(
              "服务器磁盘空间不足，无法生成该文件；请缩小范围，或改用 GeoJSON、CSV、FlatGeobuf（边读边发）。",
              "The server's disk has not enough room for this file; narrow the export, or take"
                  + " GeoJSON, CSV or FlatGeobuf, which are sent as they are read."));
    }
  }

  @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
  void sweepExpired() throws IOException {
    sweep(false);
  }

  /**
   * @param atStart whether folders of unfinished work are those of an earlier process
   */
  private void sweep(boolean atStart) throws IOException {
    Instant oldest = clock.instant().minus(settings.keep());
    try (var entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        boolean unfinished = entry.getFileName().toString().startsWith(MAKING);
        boolean old =
            KEY.matcher(entry.getFileName().toString()).matches()
                && Files.getLastModifiedTime(entry).toInstant().isBefore(oldest);
        if (unfinished && atStart || old) {
          FileSystemUtils.deleteRecursively(entry);
          LOG.info("Deleted {} of an export that is over", entry.getFileName());
        }
      }
    }
  }
}
