package org.citygis.packed;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one level of a pack: shapes along the Hilbert curve in blocks. A block is the number of
 * its shapes, the place its first step is taken from, the values field by field, each with its
 * length so that what nobody asks for is jumped over, the numbers of the features, and the shapes.
 */
final class LevelWriter implements ShapeVisitor, Closeable {
  private static final int SHAPES = 32;
  private static final int BYTES = 1 << 15;

  private final Path path;
  private final int zoom;
  private final OutputStream out;
  private final WorldGrid grid;
  private final boolean whole;
  private final ShapeCodec codec;
  private final int[] picked;
  private final PackedColumn.Writer[] writers;
  private final ByteSink[] values;
  private final ByteSink fids = new ByteSink(1 << 10);
  private final ByteSink shapes = new ByteSink(1 << 16);
  private final ByteSink block = new ByteSink(1 << 16);
  private final int[] box = new int[4];
  private final List<int[]> boxes = new ArrayList<>();
  private final ByteSink directory = new ByteSink(1 << 14);
  private long length;
  private long points;
  private int count;
  private long before;
  private int startX;
  private int startY;

  /**
   * @param picked places of the level's fields among the values of the shapes
   * @param whole whether everything is kept, even what the grid makes degenerate
   */
  LevelWriter(
      Path path, int zoom, WorldGrid grid, List<PackedColumn> columns, int[] picked, boolean whole)
      throws IOException {
    this.path = path;
    this.zoom = zoom;
    this.grid = grid;
    this.picked = picked;
    this.whole = whole;
    out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
    codec = new ShapeCodec(grid);
    writers = new PackedColumn.Writer[picked.length];
    values = new ByteSink[picked.length];
    for (int i = 0; i < picked.length; i++) {
      writers[i] = columns.get(picked[i]).new Writer();
      values[i] = new ByteSink(1 << 10);
    }
    startBlock();
  }

  @Override
  public void visit(Shape shape) {
    if (!codec.write(shape, whole, box, shapes)) {
      return;
    }
    points += shape.points();
    fids.zigzag(shape.fid() - before);
    before = shape.fid();
    @Nullable Object[] all = shape.values();
    for (int i = 0; i < picked.length; i++) {
      writers[i].write(all[picked[i]], values[i]);
    }
    count++;
    if (count == SHAPES || shapes.size() > BYTES) {
      endBlock();
    }
  }

  private void startBlock() {
    Arrays.fill(box, 0, 2, Integer.MAX_VALUE);
    Arrays.fill(box, 2, 4, Integer.MIN_VALUE);
    count = 0;
    before = 0;
    fids.clear();
    shapes.clear();
    for (int i = 0; i < picked.length; i++) {
      values[i].clear();
      writers[i].startBlock();
    }
    startX = codec.x();
    startY = codec.y();
  }

  private void endBlock() {
    block.clear();
    block.varint(count);
    block.varint(startX);
    block.varint(startY);
    for (ByteSink column : values) {
      block.varint(column.size());
      block.append(column);
    }
    block.varint(fids.size());
    block.append(fids);
    block.append(shapes);
    try {
      block.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    directory.varint(block.size());
    boxes.add(box.clone());
    length += block.size();
    startBlock();
  }

  /** The bytes written so far. */
  long length() {
    return length;
  }

  /** The points of all shapes. */
  long points() {
    return points;
  }

  /** Ends the level and tells the lengths and boxes of its blocks. */
  ByteSink finish() throws IOException {
    if (count > 0) {
      endBlock();
    }
    out.close();
    ByteSink tree = new ByteSink(directory.size() + 16 * boxes.size() + 8);
    tree.varint(boxes.size());
    tree.append(directory);
    int[] last = new int[4];
    for (int[] one : boxes) {
      for (int i = 0; i < 4; i++) {
        tree.zigzag(one[i] - last[i]);
      }
      last = one;
    }
    return tree;
  }

  Path path() {
    return path;
  }

  int zoom() {
    return zoom;
  }

  int[] fields() {
    return picked.clone();
  }

  WorldGrid grid() {
    return grid;
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(path);
  }
}
