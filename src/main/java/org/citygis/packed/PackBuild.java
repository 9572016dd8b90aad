package org.citygis.packed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.LayerVersion;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.citygis.security.AccessDecision;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.storage.GeometryColumn;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs one version of a layer: reads its rows once, sorts them along the Hilbert curve, and writes
 * all levels side by side. The memory it needs does not grow with the layer. Used once.
 */
final class PackBuild implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PackBuild.class);

  /** Fields with more different texts are not put into a dictionary. */
  private static final int DICTIONARY = 4096;

  /** A hundredth of the finest step. */
  private static final double TOLERANCE_METRES = 4e-4;

  /** Thrown when a pack would not fit. */
  static final class TooLarge extends Exception {}

  private final LayerDefinition layer;
  private final LayerVersion version;
  private final FeatureTable table;
  private final PackPlan plan;
  private final Path folder;
  private final String name;
  private final long limit;
  private final SortedRuns runs;
  private final ShapeCodec codec = new ShapeCodec(WorldGrid.FULL);
  private final Shape shape = new Shape();
  private final ByteSink record = new ByteSink(1 << 12);
  private final Measure measure = new Measure();
  private final List<Column> columns;
  private final @Nullable Map<String, Integer>[] texts;
  private final PackedColumn.Writer[] raw;
  private final List<LevelWriter> levels = new ArrayList<>();
  private long rows;

  /**
   * @param folder where it works and leaves its file
   * @param name of the file
   * @param limit the most bytes that the file may have
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  PackBuild(
      LayerDefinition layer,
      LayerVersion version,
      PackPlan plan,
      Path folder,
      String name,
      long limit)
      throws IOException {
    this.layer = layer;
    this.version = version;
    this.table = version.table();
    this.plan = plan;
    this.folder = folder;
    this.name = name;
    this.limit = limit;
    columns = table.columns();
    runs = new SortedRuns(folder.resolve(name + ".runs"));
    texts = new @Nullable Map[columns.size()];
    raw = new PackedColumn.Writer[columns.size()];
    for (int i = 0; i < raw.length; i++) {
      raw[i] = new PackedColumn(columns.get(i), null).new Writer();
      texts[i] = columns.get(i).type() == ColumnType.TEXT ? new LinkedHashMap<>() : null;
    }
  }

  /**
   * Reads, sorts and writes.
   *
   * @param change number of the last change that the rows are known to contain
   * @throws TooLarge when the file would become larger than it may
   */
  void run(FeatureStore store, long change) throws IOException, TooLarge {
    GeometryColumn geometry = table.geometry();
    Box extent = version.extent();
    if (geometry != null && extent != null) {
      sort(store, geometry, extent);
    }
    write(change);
  }

  private void sort(FeatureStore store, GeometryColumn geometry, Box extent) {
    Box region = Reprojection.between(geometry.crs(), Crs.WEB_MERCATOR).apply(extent);
    MercatorProjection projection =
        new MercatorProjection(geometry.crs(), extent, region, TOLERANCE_METRES);
    Shape.Kind kind = TableShapes.kind(layer.geometry());
    Wkb wkb = new Wkb(shape);
    AccessDecision all =
        AccessDecision.allowed(
            Set.of(), Text.of("平台自身的工作。", "The platform's own work, which answers nobody."));
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    store.stream(
        table,
        FeatureQuery.of(all, table),
        row -> {
          byte[] bytes = row.wkb();
          if (bytes != null) {
            try {
              wkb.read(bytes, kind == null ? Wkb.kind(bytes) : kind);
              projection.apply(shape.xy(), shape.points());
            } catch (IllegalArgumentException | Problem.Invalid e) {
              LOG.warn("{} {} is not drawn: {}", table.tableName(), row.fid(), e.getMessage());
              return true;
            }
            add(row, values);
          }
          return !Thread.currentThread().isInterrupted();
        });
  }

  private void add(FeatureRow row, @Nullable Object[] values) throws java.sql.SQLException {
    measure.of(shape);
    if (shape.isEmpty() || !measure.isFinite()) {
      return;
    }
    record.clear();
    record.varlong(row.fid());
    for (int i = 0; i < values.length; i++) {
      Object value = row.value(i);
      note(i, value);
      raw[i].startBlock();
      raw[i].write(value, record);
    }
    codec.startAt(0, 0);
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
    codec.write(shape, true, box, record);
    try {
      runs.add(Hilbert.of(middle(box[0], box[2]), middle(box[1], box[3])), record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows++;
  }

  private static int middle(int least, int most) {
    return (int) (((long) least + most) / 2);
  }

  /** Keeps the different texts of a field until there are too many. */
  private void note(int column, @Nullable Object value) {
    Map<String, Integer> known = texts[column];
    if (known != null && value != null) {
      known.putIfAbsent((String) value, known.size());
      if (known.size() > DICTIONARY) {
        texts[column] = null;
      }
    }
  }

  private void write(long change) throws IOException, TooLarge {
    List<PackedColumn> packed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Map<String, Integer> known = texts[i];
      packed.add(
          new PackedColumn(columns.get(i), known == null ? null : List.copyOf(known.keySet())));
    }
    List<Generaliser> generalisers = new ArrayList<>();
    boolean[] ofClass = new boolean[columns.size()];
    for (int i = 0; i < ofClass.length; i++) {
      ofClass[i] = plan.classFields().contains(columns.get(i).name());
    }
    for (PackPlan.Zoom zoom : plan.levels()) {
      LevelWriter writer = level(zoom.zoom(), places(zoom.fields()), packed, false);
      generalisers.add(new Generaliser(zoom.zoom(), ofClass, true, writer));
    }
    int[] every = new int[columns.size()];
    Arrays.setAll(every, i -> i);
    LevelWriter whole = level(Generaliser.ALL, every, packed, true);
    distribute(generalisers, whole);
    generalisers.forEach(Generaliser::finish);
    assemble(change, packed, whole.points());
  }

  private int[] places(List<String> fields) {
    List<String> names = columns.stream().map(Column::name).toList();
    return fields.stream().mapToInt(names::indexOf).toArray();
  }

  private LevelWriter level(int zoom, int[] picked, List<PackedColumn> packed, boolean all)
      throws IOException {
    LevelWriter writer =
        new LevelWriter(
            folder.resolve(name + "." + zoom),
            zoom,
            all ? WorldGrid.FULL : WorldGrid.ofZoom(zoom),
            packed,
            picked,
            all);
    levels.add(writer);
    return writer;
  }

  /** Reads the sorted records and gives each to all levels. */
  private void distribute(List<Generaliser> generalisers, LevelWriter whole)
      throws IOException, TooLarge {
    PackedColumn.Reader[] readers = new PackedColumn.Reader[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = new PackedColumn(columns.get(i), null).new Reader();
    }
    boolean[] tooLarge = {false};
    long[] read = {0};
    runs.drain(
        source -> {
          long fid = source.varlong();
          @Nullable Object[] values = new @Nullable Object[readers.length];
          for (int i = 0; i < readers.length; i++) {
            values[i] = readers[i].read(source, true);
          }
          codec.startAt(0, 0);
          codec.read(source, shape);
          shape.of(fid, values);
          whole.visit(shape);
          for (Generaliser generaliser : generalisers) {
            generaliser.visit(shape);
          }
          if (++read[0] % 1024 == 0) {
            tooLarge[0] = length() > limit;
          }
          return !tooLarge[0] && !Thread.currentThread().isInterrupted();
        });
    if (tooLarge[0]) {
      throw new TooLarge();
    }
  }

  private long length() {
    return levels.stream().mapToLong(LevelWriter::length).sum();
  }

  private void assemble(long change, List<PackedColumn> packed, long points) throws IOException {
    List<PackState.Part> parts = new ArrayList<>();
    try (PackFile.Writer file = new PackFile.Writer(folder.resolve(name + ".new"))) {
      for (LevelWriter level : levels) {
        ByteSink directory = level.finish();
        long start = file.position();
        file.append(level.path());
        long end = file.position();
        file.append(directory);
        parts.add(
            new PackState.Part(
                level.zoom(), level.grid().bits(), level.fields(), start, end, directory.size()));
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IOException("interrupted");
      }
      file.finish(
          new PackState(
              table.layer(),
              table.version(),
              version.createdAt().toEpochMilli(),
              change,
              plan.classFields(),
              rows,
              points,
              packed.stream().map(c -> new PackState.Field(c.column(), c.dictionary())).toList(),
              parts),
          folder.resolve(name));
    }
  }

  @Override
  public void close() throws IOException {
    runs.close();
    for (LevelWriter level : levels) {
      level.close();
    }
  }
}
