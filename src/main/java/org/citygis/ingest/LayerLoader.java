package org.citygis.ingest;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.catalog.StagedVersions;
import org.citygis.catalog.VersionNotes;
import org.citygis.geo.Crs;
import org.citygis.ingest.mapping.CodeMatcher;
import org.citygis.ingest.mapping.FieldMapping;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.storage.Difference;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.storage.Takeover;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes a new version of a layer out of a file: all of it, or nothing. */
@Component
final class LayerLoader {
  private final FeatureStore store;
  private final Layers layers;
  private final StagedVersions staged;

  LayerLoader(FeatureStore store, Layers layers, StagedVersions staged) {
    this.store = store;
    this.layers = layers;
    this.staged = staged;
  }

  /**
   * What is done to rows on their way.
   *
   * @param relocation null where shapes lie where they belong
   * @param codes by column, for those whose values are codes
   * @param rejected where rows that are not taken as they are get listed, null for nowhere
   */
  record Treatment(
      FaultyRows faulty,
      @Nullable Relocation relocation,
      Map<String, CodeMatcher> codes,
      @Nullable Path rejected) {}

  /**
   * How the rows become a version.
   *
   * @param key column that tells features apart, null where none does
   * @param givenShapes whether the file brings shapes
   * @param stageFor the import that the version waits for, null to publish it at once
   * @param lineage what the version remembers beside the counts
   */
  record Joining(
      Takeover.Mode mode,
      @Nullable String key,
      boolean givenShapes,
      @Nullable String stageFor,
      Map<String, Object> lineage) {}

  /**
   * How a file becomes a layer.
   *
   * @param geometry of the new table, null for a table without places
   * @param file the name that the version remembers
   */
  record Plan(
      LayerDefinition definition,
      @Nullable GeometryColumn geometry,
      FieldMapping mapping,
      Treatment treatment,
      Joining joining,
      User by,
      String file) {

    /** A file that makes a layer by itself, published at once. */
    Plan(
        LayerDefinition definition,
        @Nullable GeometryColumn geometry,
        FieldMapping mapping,
        boolean repair,
        User by,
        String file) {
      this(
          definition,
          geometry,
          mapping,
          new Treatment(FaultyRows.parse(null, repair), null, Map.of(), null),
          new Joining(
              Takeover.Mode.REPLACE,
              null,
              true,
              null,
              Map.of("files", file, "mode", "create", "by", by.name())),
          by,
          file);
    }
  }

  /**
   * What was loaded.
   *
   * @param rows of the version, those included that it took over
   * @param difference null where it was not counted
   * @param repaired rows that were mended
   * @param skipped rows that were left out
   * @param listed rows that stand in the list of rejected ones
   * @param defects what was left out on the way, such as values that do not fit their column
   */
  record Loaded(
      FeatureTable table,
      long rows,
      @Nullable Difference difference,
      long repaired,
      long skipped,
      long listed,
      Map<String, Long> defects) {}

  static @Nullable GeometryColumn column(
      GeometryKind kind, Shape shape, boolean hasZ, boolean hasM, @Nullable Crs crs) {
    if (kind == GeometryKind.NONE || crs == null) {
      return null;
    }
    GeometryColumn.Type type =
        switch (kind) {
          case POINT ->
              shape == Shape.MULTIPOINT
                  ? GeometryColumn.Type.MULTIPOINT
                  : GeometryColumn.Type.POINT;
          case LINE -> GeometryColumn.Type.MULTILINESTRING;
          case POLYGON -> GeometryColumn.Type.MULTIPOLYGON;
          case MIXED, NONE -> GeometryColumn.Type.GEOMETRY;
        };
    return new GeometryColumn(type, hasZ, hasM, crs);
  }

  /**
   * Loads, and publishes or stages.
   *
   * @param progress told the number of rows read, often; what it throws ends the loading
   */
  Loaded load(FeatureSource source, Plan plan, LongConsumer progress) throws UnreadableFile {
    return load(source, plan, progress, version -> {});
  }

  /**
   * Likewise.
   *
   * @param reserved told the number of the version before anything of it exists
   */
  Loaded load(FeatureSource source, Plan plan, LongConsumer progress, IntConsumer reserved)
      throws UnreadableFile {
    String id = plan.definition.id();
    Optional<Layer> current =
        layers.all().stream()
            .filter(layer -> layer.id().equals(id) && layer.version() != null)
            .findFirst();
    FeatureTable before = current.map(Layer::table).orElse(null);
    boolean takesOver = plan.joining.mode() != Takeover.Mode.REPLACE;
    long offset = takesOver && before != null ? store.lastFid(before) : 0;
    FeatureTable table =
        new FeatureTable(id, layers.reserveVersion(id), plan.geometry, plan.mapping.columns());
    reserved.accept(table.version());
    Takeover takeover =
        new Takeover(
            plan.joining.mode(),
            before,
            plan.joining.key(),
            plan.mapping.given(),
            plan.joining.givenShapes(),
            plan.joining.stageFor() != null);
    try (RejectedRows rejected = new RejectedRows(plan.treatment.rejected(), source.fields());
        FeatureLoad load = store.load(table, takeover)) {
      RowReading reading = new RowReading(plan, offset, rejected);
      write(source, id, reading, load, progress);
      new KeyRule(plan, reading, rejected).check(load, source.fields().size());
      @Nullable Difference difference = load.join();
      VersionNotes notes =
          new VersionNotes(
              plan.by,
              plan.file,
              lineage(plan, current.orElse(null), reading, difference),
              base(plan, current.orElse(null)));
      return new Loaded(
          table,
          settle(plan, load, notes),
          difference,
          reading.repaired(),
          reading.skipped(),
          rejected.count(),
          reading.defects());
    } catch (DuplicateKeyException e) {
      // A row that somebody added meanwhile has the number of one of the file's.
      throw new Problem.Conflict(
          Text.of(
              "图层 %s 在入库期间被修改，请重试。".formatted(id),
              "Layer %s was edited while the file was loaded; try again.".formatted(id)));
    }
  }

  /** Drops the table that a killed load of this version may have left. */
  void dropHalf(String layer, int version) {
    store.drop(new FeatureTable(layer, version, null, List.of()));
  }

  private static void write(
      FeatureSource source, String id, RowReading reading, FeatureLoad load, LongConsumer progress)
      throws UnreadableFile {
    long[] read = {0};
    try (RowPipe<RowReading.Row> pipe =
        new RowPipe<>("load-" + id, row -> load.add(row.fid(), row.geometry(), row.values()))) {
      source.read(
          feature -> {
            progress.accept(++read[0]);
            RowReading.Row row = reading.row(feature);
            if (row != null) {
              pipe.put(row, row.geometry() == null ? 1 : row.geometry().getNumPoints());
            }
          });
      pipe.finish();
    }
  }

  private long settle(Plan plan, FeatureLoad load, VersionNotes notes) {
    String stageFor = plan.joining.stageFor();
    return stageFor == null
        ? layers.publish(plan.definition, load, notes).currentVersion().rows()
        : staged.stage(plan.definition, load, notes, stageFor).version().rows();
  }

  /**
   * What may not have changed until the version is the current one: where rows are taken over
   * nothing, and where a difference is shown first the version that it speaks of.
   */
  private static VersionNotes.@Nullable Base base(Plan plan, @Nullable Layer current) {
    boolean takesOver = plan.joining.mode() != Takeover.Mode.REPLACE;
    if (!takesOver && plan.joining.stageFor() == null) {
      return null;
    }
    return current == null
        ? new VersionNotes.Base(null, null)
        : new VersionNotes.Base(
            current.currentVersion().number(), takesOver ? current.revision() : null);
  }

  private static Map<String, Object> lineage(
      Plan plan, @Nullable Layer current, RowReading reading, @Nullable Difference difference) {
    Map<String, Object> lineage = new LinkedHashMap<>(plan.joining.lineage());
    if (current != null && plan.joining.mode() != Takeover.Mode.REPLACE) {
      // Whose numbers of features go on in this version.
      lineage.put(LayerVersion.BASE, current.currentVersion().number());
    }
    if (difference != null) {
      lineage.put("difference", counts(difference));
    }
    lineage.put("skipped", reading.skipped());
    lineage.put("repaired", reading.repaired());
    lineage.put("defects", reading.defects());
    return lineage;
  }

  static Map<String, Object> counts(Difference difference) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("insert", difference.insert());
    counts.put("update", difference.update());
    counts.put("unchanged", difference.unchanged());
    counts.put("delete", difference.delete());
    return counts;
  }
}
