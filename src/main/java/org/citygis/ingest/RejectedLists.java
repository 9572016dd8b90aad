package org.citygis.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.citygis.security.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The lists of rows that publications did not take as they are. They outlive their imports, which
 * go when they are published, by a day.
 */
@Component
final class RejectedLists {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Path folder;
  private final Clock clock;

  RejectedLists(@Value("${citygis.data}/rejected") Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** The list of an import of the user. */
  Optional<Path> find(String importId, User user) {
    return Optional.of(path(importId, user.name())).filter(Files::isRegularFile);
  }

  /**
   * Where the list of an import is. Named by a digest of both, so that nobody finds the list of
   * another's import.
   */
  Path path(String importId, String owner) {
    String both = importId + "\n" + owner;
    UUID name = UUID.nameUUIDFromBytes(both.getBytes(StandardCharsets.UTF_8));
    return folder.resolve(name + ".csv");
  }

  @Scheduled(fixedDelay = 10, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Instant old = clock.instant().minus(KEPT);
    try (var lists = Files.newDirectoryStream(folder)) {
      for (Path list : lists) {
        if (Files.getLastModifiedTime(list).toInstant().isBefore(old)) {
          Files.deleteIfExists(list);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("sweeping " + folder, e);
    }
  }
}
