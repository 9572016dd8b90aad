package org.citygis.catalog;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** Writes the records of versions that come into being. */
final class NewVersions {
  private final Catalog catalog;
  private final LayerRecords records;
  private final Clock clock;

  NewVersions(Catalog catalog, LayerRecords records, Clock clock) {
    this.catalog = catalog;
    this.records = records;
    this.clock = clock;
  }

  /** Records a complete table as the current version, in the load's transaction. */
  void publish(LayerDefinition definition, FeatureLoad.Complete complete, VersionNotes notes) {
    LayerRecords own = records.over(complete.jdbc());
    LayerVersion version = version(complete, notes);
    check(own, definition.id(), notes.base());
    own.add(version);
    point(own, definition, version);
    // Last, because H2 commits with every DDL statement.
    complete.pointView();
  }

  /** Records a complete table as one that waits, in the load's transaction. */
  StagedVersion stage(
      LayerDefinition definition,
      FeatureLoad.Complete complete,
      VersionNotes notes,
      String importId) {
    StagedVersion staged =
        new StagedVersion(
            version(complete, notes),
            importId,
            notes.base(),
            catalog.declares(definition.id()) ? null : definition);
    records.over(complete.jdbc()).add(staged);
    return staged;
  }

  /** Makes a staged version the current one, in the running transaction. */
  void commit(StagedVersion staged) {
    check(records, staged.layer(), staged.base());
    if (!records.markPublished(staged.version())) {
      throw new Problem.Conflict(
          Text.of("此版本已提交或已放弃。", "This version has been committed or discarded in the meantime."));
    }
    LayerDefinition definition = staged.definition();
    if (definition != null && !catalog.declares(staged.layer())) {
      records.define(staged.layer(), definition);
    }
    records.point(staged.layer(), staged.version().number());
  }

  private void point(LayerRecords own, LayerDefinition definition, LayerVersion version) {
    if (!catalog.declares(definition.id())) {
      own.define(definition.id(), definition);
    }
    own.point(definition.id(), version.number());
  }

  /** Holds the layer, and refuses where it is not what the version was made from. */
  private static void check(LayerRecords own, String id, VersionNotes.@Nullable Base base) {
    LayerRecords.Pointer layer = own.lock(id).orElse(null);
    if (base == null || layer == null) {
      return;
    }
    if (!Objects.equals(layer.currentVersion(), base.version())) {
      throw new Problem.Conflict(
          Text.of(
              "图层 %s 在此期间换成了版本 %s（本次基于版本 %s），请重新导入。"
                  .formatted(id, layer.currentVersion(), base.version()),
              "Layer %s has got version %s in the meantime; this one was made from version %s. Import again."
                  .formatted(id, layer.currentVersion(), base.version())));
    }
    if (base.revision() != null && base.revision() != layer.revision()) {
      throw new Problem.Conflict(
          Text.of(
              "图层 %s 在此期间有要素被修改，请重新导入，以免丢失修改。".formatted(id),
              "Features of layer %s were edited in the meantime; import again so that the edits are not lost."
                  .formatted(id)));
    }
  }

  private LayerVersion version(FeatureLoad.Complete complete, VersionNotes notes) {
    Box extent = complete.extent().orElse(null);
    return new LayerVersion(
        complete.table(),
        extent,
        bbox(complete.table().geometry(), extent),
        complete.rows(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        notes.by().name(),
        notes.source(),
        notes.lineage());
  }

  private static @Nullable Box bbox(@Nullable GeometryColumn geometry, @Nullable Box extent) {
    return geometry == null || extent == null
        ? null
        : Reprojection.between(geometry.crs(), Crs.CRS84).apply(extent);
  }
}
