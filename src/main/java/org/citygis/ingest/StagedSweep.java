package org.citygis.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.citygis.catalog.StagedVersion;
import org.citygis.catalog.StagedVersions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Drops staged versions that nobody committed in time. */
@Component
final class StagedSweep {
  private static final Logger LOG = LoggerFactory.getLogger(StagedSweep.class);
  private static final Duration KEPT = Duration.ofDays(1);

  private final StagedVersions staged;
  private final ImportSettings settings;
  private final Clock clock;

  StagedSweep(StagedVersions staged, ImportSettings settings, Clock clock) {
    this.staged = staged;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(fixedDelay = 5, initialDelay = 0, timeUnit = TimeUnit.MINUTES)
  void sweep() {
    Duration kept = KEPT.compareTo(settings.keep()) > 0 ? KEPT : settings.keep();
    Instant old = clock.instant().minus(kept);
    try {
      staged.list().stream()
          .filter(version -> version.version().createdAt().isBefore(old))
          .forEach(this::drop);
    } catch (DataAccessException | TransactionException away) {
      LOG.warn("Staged versions stay until the database is there: {}", away.getMessage());
    }
  }

  private void drop(StagedVersion version) {
    staged.discard(version);
    LOG.info("Dropped {}, which nobody committed", version.version().table().tableName());
  }
}
