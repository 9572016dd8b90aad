package org.citygis.packed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shapes as bytes: for each part the number of its points, then steps of a {@link WorldGrid} from
 * point to point, across parts and shapes. Steps that lead nowhere are left out.
 */
final class ShapeCodec {
  private static final Shape.Kind[] KINDS = Shape.Kind.values();
  private static final int CLUSTER = 4;

  private final WorldGrid grid;
  private int x;
  private int y;
  private int[] steps = new int[512];

  ShapeCodec(WorldGrid grid) {
    this.grid = grid;
  }

  /** The place from which the first step is taken. */
  void startAt(int newX, int newY) {
    x = newX;
    y = newY;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  /**
   * Appends a shape.
   *
   * @param whole whether parts that the grid makes degenerate are kept
   * @param box is widened by the shape: min x, min y, max x, max y
   * @return whether anything of it remained; if not, nothing was appended
   */
  boolean write(Shape shape, boolean whole, int[] box, ByteSink sink) {
    int start = sink.size();
    int startX = x;
    int startY = y;
    Cluster cluster = shape.cluster();
    sink.varint(shape.kind().ordinal() | (cluster == null ? 0 : CLUSTER));
    if (cluster != null) {
      write(cluster, sink);
    }
    int least = whole ? 1 : least(shape.kind());
    int parts = 0;
    boolean outer = false;
    for (int part = 0; part < shape.parts(); part++) {
      boolean hole = shape.isHole(part);
      int count = hole && !outer ? 0 : distinct(shape, part);
      boolean kept = count >= least;
      if (!hole) {
        outer = kept;
      }
      if (kept) {
        write(count, hole, box, sink);
        parts++;
      }
    }
    if (parts == 0) {
      sink.cutTo(start);
      x = startX;
      y = startY;
      return false;
    }
    sink.varint(0);
    return true;
  }

  private static int least(Shape.Kind kind) {
    return switch (kind) {
      case POINT -> 1;
      case LINE -> 2;
      case POLYGON -> 3;
    };
  }

  /** The part's points in steps, without neighbours that are equal. */
  private int distinct(Shape shape, int part) {
    int from = shape.partStart(part);
    int to = shape.partEnd(part);
    if (steps.length < 2 * (to - from)) {
      steps = new int[4 * (to - from)];
    }
    double[] xy = shape.xy();
    int count = 0;
    for (int i = from; i < to; i++) {
      int px = grid.step(xy[2 * i]);
      int py = grid.step(xy[2 * i + 1]);
      if (count == 0 || px != steps[2 * count - 2] || py != steps[2 * count - 1]) {
        steps[2 * count] = px;
        steps[2 * count + 1] = py;
        count++;
      }
    }
    if (shape.kind() == Shape.Kind.POLYGON) {
      while (count > 1 && steps[0] == steps[2 * count - 2] && steps[1] == steps[2 * count - 1]) {
        count--;
      }
    }
    return count;
  }

  private void write(int count, boolean hole, int[] box, ByteSink sink) {
    sink.varint(count << 1 | (hole ? 1 : 0));
    for (int i = 0; i < count; i++) {
      int px = steps[2 * i];
      int py = steps[2 * i + 1];
      sink.zigzag(px - x);
      sink.zigzag(py - y);
      x = px;
      y = py;
      box[0] = Math.min(box[0], px);
      box[1] = Math.min(box[1], py);
      box[2] = Math.max(box[2], px);
      box[3] = Math.max(box[3], py);
    }
  }

  private static void write(Cluster cluster, ByteSink sink) {
    sink.varint(cluster.count());
    sink.varint(cluster.classes().size());
    for (Cluster.ClassCount part : cluster.classes()) {
      sink.varint(part.count());
      sink.varint(part.values().size());
      for (String value : part.values()) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        sink.varint(text.length);
        sink.append(text, 0, text.length);
      }
    }
  }

  /** Fills a shape with the next one, in metres of EPSG:3857. */
  void read(ByteSource source, Shape shape) {
    int head = source.varint();
    shape.clear(KINDS[head & 3]);
    shape.standsFor((head & CLUSTER) == 0 ? null : cluster(source));
    double step = grid.stepMetres();
    double origin = grid.metres(0);
    for (int word = source.varint(); word != 0; word = source.varint()) {
      int count = word >>> 1;
      shape.reserve(count);
      double[] xy = shape.xy();
      int at = 2 * shape.points();
      for (int i = 0; i < count; i++) {
        x += source.zigzag();
        y += source.zigzag();
        xy[at++] = x * step + origin;
        xy[at++] = y * step + origin;
      }
      shape.added(count);
      shape.endPart((word & 1) != 0);
    }
  }

  private static @Nullable Cluster cluster(ByteSource source) {
    int count = source.varint();
    List<Cluster.ClassCount> classes = new ArrayList<>();
    for (int rest = source.varint(); rest > 0; rest--) {
      int ofClass = source.varint();
      String[] values = new String[source.varint()];
      for (int i = 0; i < values.length; i++) {
        int length = source.varint();
        values[i] = new String(source.bytes(), source.at(), length, StandardCharsets.UTF_8);
        source.skip(length);
      }
      classes.add(new Cluster.ClassCount(Arrays.asList(values), ofClass));
    }
    return new Cluster(count, classes);
  }
}
