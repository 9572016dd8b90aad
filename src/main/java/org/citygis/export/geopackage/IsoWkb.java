package org.citygis.export.geopackage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A shape as GeoPackage stores it: its own head with the box, then ISO WKB, little-endian. JTS
 * writes the extended kind, which GeoPackage does not take.
 */
final class IsoWkb {
  private static final byte[] MAGIC = {'G', 'P'};
  private static final int LITTLE_ENDIAN_FLAG = 1;
  private static final int BOX_XY_FLAG = 1 << 1;
  private static final int HEAD = 8;
  private static final int BOX = 4 * Double.BYTES;

  private final int srsId;
  private final boolean hasZ;
  private final boolean hasM;

  IsoWkb(int srsId, boolean hasZ, boolean hasM) {
    this.srsId = srsId;
    this.hasZ = hasZ;
    this.hasM = hasM;
  }

  /** A shape that is not empty. */
  byte[] bytes(Geometry shape) {
    boolean boxed = !(shape instanceof Point);
    int size = HEAD + (boxed ? BOX : 0) + size(shape);
    ByteBuffer out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).put((byte) 0);
    out.put((byte) (LITTLE_ENDIAN_FLAG | (boxed ? BOX_XY_FLAG : 0))).putInt(srsId);
    if (boxed) {
      Envelope box = shape.getEnvelopeInternal();
      out.putDouble(box.getMinX()).putDouble(box.getMaxX());
      out.putDouble(box.getMinY()).putDouble(box.getMaxY());
    }
    write(shape, out);
    return out.array();
  }

  private int size(Geometry shape) {
    int positions = 8 * (2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0));
    return switch (shape) {
      case Point point -> 5 + positions;
      case LineString line -> 9 + positions * line.getNumPoints();
      case Polygon polygon -> 9 + 4 * rings(polygon) + positions * polygon.getNumPoints();
      default -> {
        int sum = 9;
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          sum = Math.addExact(sum, size(shape.getGeometryN(i)));
        }
        yield sum;
      }
    };
  }

  private static int rings(Polygon polygon) {
    return polygon.isEmpty() ? 0 : 1 + polygon.getNumInteriorRing();
  }

  private void write(Geometry shape, ByteBuffer out) {
    out.put((byte) 1).putInt(type(shape) + (hasZ ? 1000 : 0) + (hasM ? 2000 : 0));
    switch (shape) {
      case Point point -> point(point, out);
      case LineString line -> counted(line.getCoordinateSequence(), out);
      case Polygon polygon -> {
        out.putInt(rings(polygon));
        for (int i = 0; i < rings(polygon); i++) {
          LineString ring = i == 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(i - 1);
          counted(ring.getCoordinateSequence(), out);
        }
      }
      default -> {
        out.putInt(shape.getNumGeometries());
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          write(shape.getGeometryN(i), out);
        }
      }
    }
  }

  private void point(Point point, ByteBuffer out) {
    if (!point.isEmpty()) {
      position(point.getCoordinateSequence(), 0, out);
      return;
    }
    for (int i = 0; i < 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0); i++) {
      out.putDouble(Double.NaN);
    }
  }

  private void counted(CoordinateSequence positions, ByteBuffer out) {
    out.putInt(positions.size());
    for (int i = 0; i < positions.size(); i++) {
      position(positions, i, out);
    }
  }

  private void position(CoordinateSequence positions, int index, ByteBuffer out) {
    out.putDouble(positions.getX(index)).putDouble(positions.getY(index));
    if (hasZ) {
      out.putDouble(positions.getZ(index));
    }
    if (hasM) {
      out.putDouble(positions.getM(index));
    }
  }

  private static int type(Geometry shape) {
    return switch (shape) {
      case Point point -> 1;
      case LineString line -> 2;
      case Polygon polygon -> 3;
      case MultiPoint points -> 4;
      case MultiLineString lines -> 5;
      case MultiPolygon polygons -> 6;
      case GeometryCollection collection -> 7;
      default -> throw new IllegalArgumentException(shape.getGeometryType());
    };
  }
}
