package org.citygis.packed;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citygis.catalog.GeometryKind;
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
 * The rows of a table, projected and in the order of the Hilbert curve, by way of a file: read once
 * from the database, then handed out once.
 */
final class SortedRows implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(SortedRows.class);

  /** Fields with more different texts are not put into a dictionary. */
  private static final int DICTIONARY = 4096;

  /** A hundredth of the finest step. */
  private static final double TOLERANCE_METRES = 4e-4;

  /** Takes the rows in order. */
  @FunctionalInterface
  interface Taker {
    /**
     * @param shape with the values of all columns
     * @return whether to go on
     */
    boolean take(Shape shape);
  }

  private final FeatureTable table;
  private final List<Column> columns;
  private final SortedRuns runs;
  private final ShapeCodec codec = new ShapeCodec(WorldGrid.FULL);
  private final Shape shape = new Shape();
  private final Measure measure = new Measure();
  private final ByteSink record = new ByteSink(1 << 12);
  private final @Nullable Map<String, Integer>[] texts;
  private final PackedColumn.Writer[] writers;
  private long count;

  /**
   * @param file where it works; deleted when it is closed
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  SortedRows(FeatureTable table, Path file) throws IOException {
    this.table = table;
    columns = table.columns();
    runs = new SortedRuns(file);
    texts = new @Nullable Map[columns.size()];
    writers = new PackedColumn.Writer[columns.size()];
    for (int i = 0; i < writers.length; i++) {
      writers[i] = new PackedColumn(columns.get(i), null).new Writer();
      texts[i] = columns.get(i).type() == ColumnType.TEXT ? new LinkedHashMap<>() : null;
    }
  }

  /** Reads all rows that have a shape. */
  void read(FeatureStore store, LayerVersion version, GeometryKind kind) {
    GeometryColumn geometry = table.geometry();
    Box extent = version.extent();
    if (geometry != null && extent != null) {
      read(store, geometry, extent, TableShapes.kind(kind));
    }
  }

  private void read(
      FeatureStore store, GeometryColumn geometry, Box extent, Shape.@Nullable Kind kind) {
    Box region = Reprojection.between(geometry.crs(), Crs.WEB_MERCATOR).apply(extent);
    MercatorProjection projection =
        new MercatorProjection(geometry.crs(), extent, region, TOLERANCE_METRES);
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

  private void add(FeatureRow row, @Nullable Object[] values) throws SQLException {
    measure.of(shape);
    if (shape.isEmpty() || !measure.isFinite()) {
      return;
    }
    record.clear();
    record.varlong(row.fid());
    for (int i = 0; i < values.length; i++) {
      Object value = row.value(i);
      note(i, value);
      writers[i].startBlock();
      writers[i].write(value, record);
    }
    codec.startAt(0, 0);
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
    codec.write(shape, true, box, record);
    try {
      runs.add(Hilbert.of(middle(box[0], box[2]), middle(box[1], box[3])), record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    count++;
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

  /** How many rows have a shape. */
  long count() {
    return count;
  }

  /** How the columns are best packed. */
  List<PackedColumn> columns() {
    List<PackedColumn> packed = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Map<String, Integer> known = texts[i];
      packed.add(
          new PackedColumn(columns.get(i), known == null ? null : List.copyOf(known.keySet())));
    }
    return packed;
  }

  /** Hands out all rows in order; to be called once. */
  void drain(Taker taker) throws IOException {
    PackedColumn.Reader[] readers = new PackedColumn.Reader[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = new PackedColumn(columns.get(i), null).new Reader();
    }
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
          return taker.take(shape);
        });
  }

  @Override
  public void close() throws IOException {
    runs.close();
  }
}
