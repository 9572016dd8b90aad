package org.citygis.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.citygis.audit.Audit;
import org.citygis.security.User;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Versions that wait until somebody has seen what they would change: at most one of an import. Only
 * their record points to their tables.
 */
public final class StagedVersions {
  private final NewVersions newVersions;
  private final LayerRecords records;
  private final JdbcLayers layers;
  private final FeatureStore store;
  private final TransactionTemplate transaction;
  private final Audit audit;

  StagedVersions(
      NewVersions newVersions,
      LayerRecords records,
      JdbcLayers layers,
      FeatureStore store,
      TransactionTemplate transaction,
      Audit audit) {
    this.newVersions = newVersions;
    this.records = records;
    this.layers = layers;
    this.store = store;
    this.transaction = transaction;
    this.audit = audit;
  }

  /** Finishes a load as a staged version of the import, in place of another one that waits. */
  public StagedVersion stage(
      LayerDefinition definition, FeatureLoad load, VersionNotes notes, String importId) {
    Optional<StagedVersion> earlier = find(importId);
    AtomicReference<StagedVersion> staged = new AtomicReference<>();
    load.finish(complete -> staged.set(newVersions.stage(definition, complete, notes, importId)));
    earlier.ifPresent(this::discard);
    return Objects.requireNonNull(staged.get());
  }

  /** The version of the import that waits. */
  public Optional<StagedVersion> find(String importId) {
    return records.findStaged(importId);
  }

  public List<StagedVersion> list() {
    return records.staged();
  }

  /**
   * Makes a staged version its layer's current one, in one transaction.
   *
   * @throws org.citygis.problem.Problem.Conflict when the layer is not any more what it was made
   *     from; the version stays staged
   */
  public Layer commit(User by, StagedVersion staged) {
    LayerVersion version = staged.version();
    transaction.executeWithoutResult(
        status -> {
          newVersions.commit(staged);
          audit.record(
              by,
              "publish",
              "layers/" + staged.layer(),
              "version %d, %d features from %s"
                  .formatted(version.number(), version.rows(), version.source()));
          // Last, because H2 commits with every DDL statement.
          store.pointView(version.table());
        });
    return layers.settled(staged.layer());
  }

  /** Drops a staged version. */
  public void discard(StagedVersion staged) {
    layers.drop(staged.version());
  }
}
