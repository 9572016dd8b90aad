package org.citygis.ingest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.Layers;
import org.citygis.geo.Crs;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FeatureSource;
import org.citygis.ingest.source.Shape;
import org.citygis.ingest.source.SourceFeature;
import org.citygis.ingest.source.UnreadableFile;
import org.citygis.security.User;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.springframework.stereotype.Component;

/** Makes a new version of a layer out of a file: all of it, or nothing. */
@Component
final class LayerLoader {
  private final FeatureStore store;
  private final Layers layers;

  LayerLoader(FeatureStore store, Layers layers) {
    this.store = store;
    this.layers = layers;
  }

  /**
   * How a file becomes a layer.
   *
   * @param geometry of the new table, null for a table without places
   * @param repair whether invalid shapes are mended; otherwise they are kept as they are
   * @param file the name that the version remembers
   */
  record Plan(
      LayerDefinition definition,
      @Nullable GeometryColumn geometry,
      FieldMapping mapping,
      boolean repair,
      User by,
      String file) {}

  /**
   * What was loaded.
   *
   * @param repaired shapes that were invalid and are not any more
   * @param defects what was left out on the way, such as values that do not fit their column
   */
  record Loaded(Layer layer, long rows, long repaired, Map<Defect, Long> defects) {}

  private record Row(long fid, @Nullable Geometry geometry, List<@Nullable Object> values) {}

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
   * Loads and publishes.
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
    FeatureTable table =
        new FeatureTable(id, layers.reserveVersion(id), plan.geometry, plan.mapping.columns());
    reserved.accept(table.version());
    Reading reading = new Reading(plan);
    long rows;
    try (FeatureLoad load = store.load(table)) {
      try (RowPipe<Row> pipe =
          new RowPipe<>("load-" + id, row -> load.add(row.fid, row.geometry, row.values))) {
        source.read(
            feature -> {
              progress.accept(++reading.rows);
              Row row = reading.row(feature);
              pipe.put(row, row.geometry == null ? 1 : row.geometry.getNumPoints());
            });
        pipe.finish();
      }
      rows = load.finish();
    }
    try {
      Layer layer = layers.publish(plan.definition, table, rows, plan.by, plan.file);
      return new Loaded(layer, rows, reading.repaired, Map.copyOf(reading.defects));
    } catch (RuntimeException e) {
      store.drop(table);
      throw e;
    }
  }

  /** Drops the table that a killed load of this version may have left. */
  void dropHalf(String layer, int version) {
    store.drop(new FeatureTable(layer, version, null, List.of()));
  }

  /** Turns features of one file into rows of one table. */
  private static final class Reading {
    private final Plan plan;
    private final Map<Defect, Long> defects = new EnumMap<>(Defect.class);
    private long rows;
    private long repaired;

    Reading(Plan plan) {
      this.plan = plan;
    }

    Row row(SourceFeature feature) {
      List<@Nullable Object> values = new ArrayList<>(plan.mapping.columns().size());
      for (int i = 0; i < plan.mapping.columns().size(); i++) {
        int at = plan.mapping.sources().get(i);
        values.add(at < 0 ? null : value(feature.values()[at], plan.mapping.columns().get(i)));
      }
      return new Row(feature.row(), geometry(feature.geometry()), values);
    }

    private @Nullable Object value(@Nullable Object value, Column column) {
      try {
        return Conversion.convert(value, column.type());
      } catch (Conversion.Unfit unfit) {
        defects.merge(Defect.VALUE_UNFIT, 1L, Long::sum);
        return null;
      }
    }

    private @Nullable Geometry geometry(@Nullable Geometry geometry) {
      if (geometry == null || plan.geometry == null) {
        return null;
      }
      geometry.setSRID(plan.geometry.crs().srid());
      if (!plan.repair || Validity.findFault(geometry).isEmpty()) {
        return geometry;
      }
      Geometry fixed = GeometryFixer.fix(geometry);
      if (fixed.isEmpty() || !Shape.of(fixed).geometry().equals(Shape.of(geometry).geometry())) {
        defects.merge(Defect.GEOMETRY_LOST, 1L, Long::sum);
        return null;
      }
      repaired++;
      return fixed;
    }
  }
}
