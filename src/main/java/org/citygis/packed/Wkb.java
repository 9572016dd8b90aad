package org.citygis.packed;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads WKB (OGC 06-103r4), its ISO and its extended (EWKB) forms with z, m and SRID, into a {@link
 * Shape}. Of a collection only the members of the layer's kind are taken.
 */
public final class Wkb {
  private static final VarHandle INT_LITTLE =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT_BIG =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle DOUBLE_LITTLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLE_BIG =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);
  private static final int MAX_DEPTH = 8;

  private final Shape shape;
  private byte[] bytes = {};
  private int at;

  public Wkb(Shape shape) {
    this.shape = shape;
  }

  /**
   * Fills the shape.
   *
   * @throws IllegalArgumentException when the bytes are not WKB
   */
  public void read(byte[] wkb, Shape.Kind kind) {
    bytes = wkb;
    at = 0;
    shape.clear(kind);
    try {
      geometry(0);
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("WKB ends early, after " + wkb.length + " bytes", e);
    }
  }

  /** What the bytes hold: of a mixed collection its areas. */
  public static Shape.Kind kind(byte[] wkb) {
    if (wkb.length < 5) {
      throw new IllegalArgumentException("WKB ends early, after " + wkb.length + " bytes");
    }
    int word = wkb[0] != 0 ? (int) INT_LITTLE.get(wkb, 1) : (int) INT_BIG.get(wkb, 1);
    return switch ((word & 0x1fff_ffff) % 1000) {
      case 1, 4 -> Shape.Kind.POINT;
      case 2, 5 -> Shape.Kind.LINE;
      default -> Shape.Kind.POLYGON;
    };
  }

  private void geometry(int depth) {
    boolean little = bytes[at++] != 0;
    int word = integer(little);
    int type = (word & 0x1fff_ffff) % 1000;
    int iso = (word & 0x1fff_ffff) / 1000;
    int dimensions = 2;
    dimensions += (word & 0x8000_0000) != 0 || iso == 1 || iso == 3 ? 1 : 0;
    dimensions += (word & 0x4000_0000) != 0 || iso == 2 || iso == 3 ? 1 : 0;
    if ((word & 0x2000_0000) != 0) {
      at += 4;
    }
    switch (type) {
      case 1 -> point(little, dimensions);
      case 2 -> line(little, dimensions);
      case 3 -> polygon(little, dimensions);
      case 4, 5, 6, 7 -> {
        if (depth == MAX_DEPTH) {
          throw new IllegalArgumentException("WKB collections nested deeper than " + MAX_DEPTH);
        }
        int members = count(little, 5);
        for (int i = 0; i < members; i++) {
          geometry(depth + 1);
        }
      }
      default -> throw new IllegalArgumentException("WKB geometry type " + type + " is not drawn");
    }
  }

  private void point(boolean little, int dimensions) {
    double x = real(little, at);
    double y = real(little, at + 8);
    at += 8 * dimensions;
    // An empty point is written as NaN.
    if (shape.kind() == Shape.Kind.POINT && !Double.isNaN(x) && !Double.isNaN(y)) {
      shape.add(x, y);
      shape.endPart(false);
    }
  }

  private void line(boolean little, int dimensions) {
    int count = count(little, 8 * dimensions);
    if (shape.kind() == Shape.Kind.LINE && count > 1) {
      points(little, dimensions, count);
      shape.endPart(false);
    }
    at += count * 8 * dimensions;
  }

  private void polygon(boolean little, int dimensions) {
    int rings = count(little, 4);
    boolean wanted = shape.kind() == Shape.Kind.POLYGON;
    for (int ring = 0; ring < rings; ring++) {
      int count = count(little, 8 * dimensions);
      if (wanted && count > 3) {
        points(little, dimensions, count - 1);
        shape.endPart(ring > 0);
      } else if (ring == 0) {
        // Holes in nothing would be taken for holes of the polygon before.
        wanted = false;
      }
      at += count * 8 * dimensions;
    }
  }

  private void points(boolean little, int dimensions, int count) {
    shape.reserve(count);
    double[] xy = shape.xy();
    int to = 2 * shape.points();
    int from = at;
    int step = 8 * dimensions;
    if (little) {
      for (int i = 0; i < count; i++, from += step) {
        xy[to++] = (double) DOUBLE_LITTLE.get(bytes, from);
        xy[to++] = (double) DOUBLE_LITTLE.get(bytes, from + 8);
      }
    } else {
      for (int i = 0; i < count; i++, from += step) {
        xy[to++] = (double) DOUBLE_BIG.get(bytes, from);
        xy[to++] = (double) DOUBLE_BIG.get(bytes, from + 8);
      }
    }
    shape.added(count);
  }

  /** A number of things of at least {@code size} bytes each, which must still fit. */
  private int count(boolean little, int size) {
    int count = integer(little);
    if (count < 0 || (long) count * size > bytes.length - at) {
      throw new IllegalArgumentException(
          "WKB announces "
              + Integer.toUnsignedLong(count)
              + " elements at byte "
              + at
              + " of "
              + bytes.length);
    }
    return count;
  }

  private int integer(boolean little) {
    int value = little ? (int) INT_LITTLE.get(bytes, at) : (int) INT_BIG.get(bytes, at);
    at += 4;
    return value;
  }

  private double real(boolean little, int offset) {
    return little
        ? (double) DOUBLE_LITTLE.get(bytes, offset)
        : (double) DOUBLE_BIG.get(bytes, offset);
  }
}
