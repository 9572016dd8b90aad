package org.citygis.packed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citygis.catalog.LayerDefinition;
import org.citygis.catalog.LayerVersion;
import org.citygis.storage.Column;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;

/**
 * Packs one version of a layer: reads its rows once, sorts them along the Hilbert curve, and writes
 * all levels side by side. The memory it needs does not grow with the layer. Used once.
 */
final class PackBuild implements AutoCloseable {
  /** Thrown when a pack would not fit. */
  static final class TooLarge extends Exception {}

  private final LayerDefinition layer;
  private final LayerVersion version;
  private final FeatureTable table;
  private final PackPlan plan;
  private final Path folder;
  private final String name;
  private final String work;
  private final long limit;
  private final SortedRows rows;
  private final List<Column> columns;
  private final List<LevelWriter> levels = new ArrayList<>();

  /**
   * @param folder where it works and leaves its file
   * @param name of the file
   * @param limit the most bytes that the file may have
   */
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
    // Another copy of the application may be at work in the same folder.
    work = name + "-" + ProcessHandle.current().pid();
    rows = new SortedRows(table, folder.resolve(work + ".runs"));
  }

  /**
   * Reads, sorts and writes.
   *
   * @param change number of the last change that the rows are known to contain
   * @throws TooLarge when the file would become larger than it may
   */
  void run(FeatureStore store, long change) throws IOException, TooLarge {
    rows.read(store, version, layer.geometry());
    write(change);
  }

  private void write(long change) throws IOException, TooLarge {
    List<PackedColumn> packed = rows.columns();
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
            folder.resolve(work + "." + zoom),
            zoom,
            all ? WorldGrid.FULL : WorldGrid.ofZoom(zoom),
            packed,
            picked,
            all);
    levels.add(writer);
    return writer;
  }

  /** Gives each row to all levels. */
  private void distribute(List<Generaliser> generalisers, LevelWriter whole)
      throws IOException, TooLarge {
    boolean[] tooLarge = {false};
    long[] read = {0};
    rows.drain(
        shape -> {
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
    try (PackFile.Writer file = new PackFile.Writer(folder.resolve(work + ".new"))) {
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
              rows.count(),
              points,
              packed.stream().map(c -> new PackState.Field(c.column(), c.dictionary())).toList(),
              parts),
          folder.resolve(name));
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
    for (LevelWriter level : levels) {
      level.close();
    }
  }
}
