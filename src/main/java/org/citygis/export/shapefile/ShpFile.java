package org.citygis.export.shapefile;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** A .shp with its .shx while they are written; the heads are filled in at the end. */
final class ShpFile implements AutoCloseable {
  static final int HEAD = 100;
  private static final int RECORD_HEAD = 8;
  private static final int BUFFER = 1 << 16;

  private final Path shp;
  private final Path shx;
  private final int type;
  private final boolean hasZ;
  private final boolean hasM;
  private final ShapeRecord record;
  private final DataOutputStream shapes;
  private final DataOutputStream index;
  private final Envelope box = new Envelope();
  private final Range heights = new Range();
  private final Range measures = new Range();
  private long size = HEAD;
  private int rows;

  /** The least and the greatest of what was seen. */
  private static final class Range {
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    void include(double value) {
      if (Double.isFinite(value)) {
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }

    double min() {
      return min > max ? 0 : min;
    }

    double max() {
      return min > max ? 0 : max;
    }
  }

  ShpFile(Path shp, Path shx, ShapeKind kind, boolean hasZ, boolean hasM) throws IOException {
    this.shp = shp;
    this.shx = shx;
    this.type = kind.code(hasZ, hasM);
    this.hasZ = hasZ;
    this.hasM = hasM;
    this.record = new ShapeRecord(kind, hasZ, hasM);
    this.shapes =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(shp), BUFFER));
    this.index = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(shx), BUFFER));
    shapes.write(new byte[HEAD]);
    index.write(new byte[HEAD]);
  }

  /** Bytes of the .shp so far. */
  long size() {
    return size;
  }

  void add(@Nullable Geometry shape) throws IOException {
    ByteBuffer content = record.of(shape);
    int words = content.remaining() / 2;
    index.writeInt((int) (size / 2));
    index.writeInt(words);
    shapes.writeInt(++rows);
    shapes.writeInt(words);
    shapes.write(content.array(), 0, content.remaining());
    size += RECORD_HEAD + content.remaining();
    if (shape != null) {
      box.expandToInclude(shape.getEnvelopeInternal());
      if (hasZ || hasM) {
        shape.apply(new Ranges());
      }
    }
  }

  private final class Ranges implements CoordinateSequenceFilter {
    @Override
    public void filter(CoordinateSequence sequence, int i) {
      if (hasZ) {
        heights.include(sequence.getZ(i));
      }
      if (hasM) {
        measures.include(sequence.getM(i));
      }
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return false;
    }
  }

  void finish() throws IOException {
    close();
    head(shp, size);
    head(shx, HEAD + 8L * rows);
  }

  private void head(Path file, long length) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD);
    head.putInt(0, 9994).putInt(24, (int) (length / 2));
    head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type);
    head.position(36);
    boolean empty = box.isNull();
    head.putDouble(empty ? 0 : box.getMinX()).putDouble(empty ? 0 : box.getMinY());
    head.putDouble(empty ? 0 : box.getMaxX()).putDouble(empty ? 0 : box.getMaxY());
    head.putDouble(heights.min()).putDouble(heights.max());
    head.putDouble(measures.min()).putDouble(measures.max());
    try (RandomAccessFile whole = new RandomAccessFile(file.toFile(), "rw")) {
      whole.write(head.array());
    }
  }

  @Override
  public void close() throws IOException {
    try (shapes) {
      index.close();
    }
  }
}
