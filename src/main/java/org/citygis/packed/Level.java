package org.citygis.packed;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.citygis.geo.Box;
import org.jspecify.annotations.Nullable;

/** One level of an open pack: what {@link LevelWriter} wrote. Any number of threads may read. */
final class Level {
  private final MappedFile file;
  private final WorldGrid grid;
  private final List<PackedColumn> columns;
  private final long[] starts;
  private final BlockTree tree;

  /**
   * @param start where the first block begins in the file
   * @param directory what {@link LevelWriter#finish} told
   */
  Level(MappedFile file, WorldGrid grid, List<PackedColumn> columns, long start, byte[] directory) {
    this.file = file;
    this.grid = grid;
    this.columns = columns;
    ByteSource source = new ByteSource();
    source.of(directory, 0);
    int blocks = source.varint();
    starts = new long[blocks + 1];
    starts[0] = start;
    for (int i = 0; i < blocks; i++) {
      starts[i + 1] = starts[i] + source.varint();
    }
    int[] boxes = new int[4 * blocks];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = source.zigzag() + (i < 4 ? 0 : boxes[i - 4]);
    }
    tree = new BlockTree(boxes);
  }

  boolean has(String field) {
    return place(field) >= 0;
  }

  private int place(String field) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).column().name().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Hands on the shapes that meet a box, along the Hilbert curve.
   *
   * @param box in metres of EPSG:3857
   * @param fields names of the values wanted, null for those that stay null
   * @param left which features are left out
   */
  void read(Box box, List<@Nullable String> fields, LongPredicate left, ShapeVisitor visitor) {
    int[] placeOf = new int[columns.size()];
    Arrays.fill(placeOf, -1);
    for (int i = 0; i < fields.size(); i++) {
      String field = fields.get(i);
      if (field != null && place(field) >= 0) {
        placeOf[place(field)] = i;
      }
    }
    BlockReader reader = new BlockReader(placeOf, fields.size());
    byte[] bytes = {};
    for (int block : tree.search(grid.steps(box))) {
      int length = (int) (starts[block + 1] - starts[block]);
      if (bytes.length < length) {
        bytes = new byte[2 * length];
      }
      file.read(starts[block], bytes, length);
      reader.read(bytes, box, left, visitor);
    }
  }

  /** Reads blocks into one shape. */
  private final class BlockReader {
    private final int[] placeOf;
    private final PackedColumn.@Nullable Reader[] readers;
    private final ByteSource[] sources;
    private final ByteSource fids = new ByteSource();
    private final ByteSource shapes = new ByteSource();
    private final ShapeCodec codec = new ShapeCodec(grid);
    private final Shape shape = new Shape();
    private final Measure measure = new Measure();
    private final @Nullable Object[] values;

    BlockReader(int[] placeOf, int wanted) {
      this.placeOf = placeOf;
      values = new @Nullable Object[wanted];
      readers = new PackedColumn.@Nullable Reader[placeOf.length];
      sources = new ByteSource[placeOf.length];
      for (int i = 0; i < placeOf.length; i++) {
        sources[i] = new ByteSource();
        if (placeOf[i] >= 0) {
          readers[i] = columns.get(i).new Reader();
        }
      }
    }

    void read(byte[] bytes, Box box, LongPredicate left, ShapeVisitor visitor) {
      shapes.of(bytes, 0);
      int count = shapes.varint();
      int x = shapes.varint();
      int y = shapes.varint();
      codec.startAt(x, y);
      for (int i = 0; i < placeOf.length; i++) {
        int length = shapes.varint();
        PackedColumn.Reader reader = readers[i];
        if (reader != null) {
          sources[i].of(bytes, shapes.at());
        }
        shapes.skip(length);
      }
      int length = shapes.varint();
      fids.of(bytes, shapes.at());
      shapes.skip(length);
      long fid = 0;
      for (int n = 0; n < count; n++) {
        fid += fids.zigzagLong();
        codec.read(shapes, shape);
        boolean wanted = measure.of(shape).meets(box) && !left.test(fid);
        for (int i = 0; i < placeOf.length; i++) {
          PackedColumn.Reader reader = readers[i];
          if (reader != null) {
            values[placeOf[i]] = reader.read(sources[i], wanted);
          }
        }
        if (wanted) {
          shape.of(fid, values);
          visitor.visit(shape);
        }
      }
    }
  }
}
