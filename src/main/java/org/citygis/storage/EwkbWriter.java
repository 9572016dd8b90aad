package org.citygis.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes shapes as EWKB of a column's dimension straight into a buffer. JTS' own writer takes the
 * SRID from the shape and makes an array for each; a bulk load would copy every shape twice.
 * Little-endian, which databases on today's processors take over without turning bytes. A height or
 * measure that a shape lacks becomes 0, as ST_Force3D of PostGIS does.
 */
final class EwkbWriter {
  private static final int HEAD = 5;
  private static final int WITH_Z = 0x80000000;
  private static final int WITH_M = 0x40000000;
  private static final int WITH_SRID = 0x20000000;

  private final int srid;
  private final boolean hasZ;
  private final boolean hasM;
  private final int positionBytes;

  EwkbWriter(GeometryColumn column) {
    srid = column.crs().srid();
    hasZ = column.hasZ();
    hasM = column.hasM();
    positionBytes = Double.BYTES * column.dimension();
  }

  /** How many bytes {@link #write} will put. */
  int size(Geometry shape) {
    return Integer.BYTES + sizeWithoutSrid(shape);
  }

  /** Puts the shape at the buffer's position, whose byte order stays as it is. */
  void write(Geometry shape, ByteBuffer out) {
    ByteOrder order = out.order();
    out.order(ByteOrder.LITTLE_ENDIAN);
    write(shape, out, true);
    out.order(order);
  }

  private int sizeWithoutSrid(Geometry shape) {
    return HEAD
        + switch (shape) {
          case Point point -> positionBytes;
          case LineString line -> size(line.getCoordinateSequence());
          case Polygon polygon -> {
            int size = Integer.BYTES;
            for (int i = 0; i < rings(polygon); i++) {
              size += size(ring(polygon, i));
            }
            yield size;
          }
          case GeometryCollection parts -> {
            int size = Integer.BYTES;
            for (int i = 0; i < parts.getNumGeometries(); i++) {
              size += sizeWithoutSrid(parts.getGeometryN(i));
            }
            yield size;
          }
          default -> throw unknown(shape);
        };
  }

  private int size(CoordinateSequence positions) {
    return Integer.BYTES + positions.size() * positionBytes;
  }

  private void write(Geometry shape, ByteBuffer out, boolean outermost) {
    out.put((byte) 1);
    out.putInt(
        code(shape) | (hasZ ? WITH_Z : 0) | (hasM ? WITH_M : 0) | (outermost ? WITH_SRID : 0));
    if (outermost) {
      out.putInt(srid);
    }
    switch (shape) {
      case Point point -> {
        if (point.isEmpty()) {
          for (int i = 0; i < positionBytes; i += Double.BYTES) {
            out.putDouble(Double.NaN);
          }
        } else {
          position(point.getCoordinateSequence(), 0, out);
        }
      }
      case LineString line -> positions(line.getCoordinateSequence(), out);
      case Polygon polygon -> {
        out.putInt(rings(polygon));
        for (int i = 0; i < rings(polygon); i++) {
          positions(ring(polygon, i), out);
        }
      }
      case GeometryCollection parts -> {
        out.putInt(parts.getNumGeometries());
        for (int i = 0; i < parts.getNumGeometries(); i++) {
          write(parts.getGeometryN(i), out, false);
        }
      }
      default -> throw unknown(shape);
    }
  }

  private void positions(CoordinateSequence positions, ByteBuffer out) {
    out.putInt(positions.size());
    for (int i = 0; i < positions.size(); i++) {
      position(positions, i, out);
    }
  }

  private void position(CoordinateSequence positions, int index, ByteBuffer out) {
    out.putDouble(positions.getX(index));
    out.putDouble(positions.getY(index));
    if (hasZ) {
      out.putDouble(orZero(positions.getZ(index)));
    }
    if (hasM) {
      out.putDouble(orZero(positions.getM(index)));
    }
  }

  private static double orZero(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private static int rings(Polygon polygon) {
    return polygon.isEmpty() ? 0 : 1 + polygon.getNumInteriorRing();
  }

  private static CoordinateSequence ring(Polygon polygon, int index) {
    return (index == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(index - 1))
        .getCoordinateSequence();
  }

  private static int code(Geometry shape) {
    return switch (shape) {
      case Point point -> 1;
      case LineString line -> 2;
      case Polygon polygon -> 3;
      case MultiPoint points -> 4;
      case MultiLineString lines -> 5;
      case MultiPolygon polygons -> 6;
      case GeometryCollection parts -> 7;
      default -> throw unknown(shape);
    };
  }

  private static IllegalArgumentException unknown(Geometry shape) {
    return new IllegalArgumentException("no WKB for a " + shape.getGeometryType());
  }
}
