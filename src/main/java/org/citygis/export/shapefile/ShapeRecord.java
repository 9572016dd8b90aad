package org.citygis.export.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The content of one record of a .shp file, little-endian. Shells run clockwise and holes
 * counterclockwise, as the specification wants it. Holds scratch space: one per file.
 */
final class ShapeRecord {
  /** What the specification calls "no data": any measure below -1e38. */
  private static final double NO_MEASURE = -1e39;

  private static final int BOX = 4 * Double.BYTES;

  private final int type;
  private final ShapeKind kind;
  private final boolean hasZ;
  private final boolean hasM;
  private final List<CoordinateSequence> parts = new ArrayList<>();
  private final List<Boolean> backwards = new ArrayList<>();
  private ByteBuffer buffer = allocate(8_192);

  ShapeRecord(ShapeKind kind, boolean hasZ, boolean hasM) {
    this.kind = kind;
    this.hasZ = hasZ;
    this.hasM = hasM;
    this.type = kind.code(hasZ, hasM);
  }

  /** The content, valid until the next call; a null shape where there is none. */
  ByteBuffer of(@Nullable Geometry shape) {
    buffer.clear();
    if (shape == null || shape.isEmpty()) {
      return buffer.putInt(0).flip();
    }
    parts.clear();
    backwards.clear();
    collect(shape);
    int points = parts.stream().mapToInt(CoordinateSequence::size).sum();
    ensure(size(points));
    buffer.putInt(type);
    if (kind == ShapeKind.POINT) {
      point(parts.getFirst());
    } else {
      several(shape.getEnvelopeInternal(), points);
    }
    return buffer.flip();
  }

  private long size(long points) {
    long perPoint = 16 + (hasZ ? 8 : 0) + (hasM ? 8 : 0);
    return 2 * BOX + 64 + 4L * parts.size() + perPoint * points;
  }

  private void collect(Geometry shape) {
    switch (shape) {
      case Point point -> part(point.getCoordinateSequence(), false);
      case LineString line -> part(line.getCoordinateSequence(), false);
      case Polygon polygon -> {
        ring(polygon.getExteriorRing().getCoordinateSequence(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          ring(polygon.getInteriorRingN(i).getCoordinateSequence(), false);
        }
      }
      default -> {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          collect(shape.getGeometryN(i));
        }
      }
    }
  }

  private void ring(CoordinateSequence ring, boolean clockwise) {
    part(ring, Area.ofRingSigned(ring) > 0 != clockwise);
  }

  private void part(CoordinateSequence sequence, boolean turned) {
    if (sequence.size() > 0) {
      parts.add(sequence);
      backwards.add(turned);
    }
  }

  private void point(CoordinateSequence at) {
    buffer.putDouble(at.getX(0)).putDouble(at.getY(0));
    if (hasZ) {
      buffer.putDouble(height(at, 0));
    }
    if (hasZ || hasM) {
      buffer.putDouble(measure(at, 0));
    }
  }

  private void several(Envelope box, int points) {
    buffer.putDouble(box.getMinX()).putDouble(box.getMinY());
    buffer.putDouble(box.getMaxX()).putDouble(box.getMaxY());
    if (kind != ShapeKind.MULTIPOINT) {
      buffer.putInt(parts.size());
    }
    buffer.putInt(points);
    if (kind != ShapeKind.MULTIPOINT) {
      int start = 0;
      for (CoordinateSequence part : parts) {
        buffer.putInt(start);
        start += part.size();
      }
    }
    for (int p = 0; p < parts.size(); p++) {
      CoordinateSequence part = parts.get(p);
      for (int i = 0; i < part.size(); i++) {
        int k = backwards.get(p) ? part.size() - 1 - i : i;
        buffer.putDouble(part.getX(k)).putDouble(part.getY(k));
      }
    }
    if (hasZ) {
      ordinates(ShapeRecord::height);
    }
    if (hasM) {
      ordinates(ShapeRecord::measure);
    }
  }

  private interface Ordinate {
    double of(CoordinateSequence sequence, int index);
  }

  /** Least, greatest, then one for each point. */
  private void ordinates(Ordinate ordinate) {
    int range = buffer.position();
    buffer.position(range + 2 * Double.BYTES);
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < parts.size(); p++) {
      CoordinateSequence part = parts.get(p);
      for (int i = 0; i < part.size(); i++) {
        double value = ordinate.of(part, backwards.get(p) ? part.size() - 1 - i : i);
        min = Math.min(min, value);
        max = Math.max(max, value);
        buffer.putDouble(value);
      }
    }
    buffer.putDouble(range, min).putDouble(range + Double.BYTES, max);
  }

  private static double height(CoordinateSequence sequence, int index) {
    double z = sequence.getZ(index);
    return Double.isFinite(z) ? z : 0;
  }

  private static double measure(CoordinateSequence sequence, int index) {
    double m = sequence.getM(index);
    return Double.isFinite(m) ? m : NO_MEASURE;
  }

  private void ensure(long size) {
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("a shape of more than 2 GB");
    }
    if (buffer.capacity() < size) {
      buffer = allocate((int) Math.min(Integer.MAX_VALUE - 8, size + size / 2));
    }
  }

  private static ByteBuffer allocate(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
