package org.citygis.format;

import static org.wololo.flatgeobuf.generated.Geometry.createEndsVector;
import static org.wololo.flatgeobuf.generated.Geometry.createGeometry;
import static org.wololo.flatgeobuf.generated.Geometry.createMVector;
import static org.wololo.flatgeobuf.generated.Geometry.createPartsVector;
import static org.wololo.flatgeobuf.generated.Geometry.createXyVector;
import static org.wololo.flatgeobuf.generated.Geometry.createZVector;

import com.google.flatbuffers.FlatBufferBuilder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Writes a shape into a FlatBuffer: one array of positions with the ends of its parts; polygons of
 * a multipolygon and members of a collection as shapes of their own.
 */
final class FlatGeobufShape {
  private static final int NONE = 0;

  private final FlatBufferBuilder out;
  private final boolean hasZ;
  private final boolean hasM;

  FlatGeobufShape(FlatBufferBuilder out, boolean hasZ, boolean hasM) {
    this.out = out;
    this.hasZ = hasZ;
    this.hasM = hasM;
  }

  static int type(Geometry shape) {
    return switch (shape) {
      case Point point -> GeometryType.Point;
      case LineString line -> GeometryType.LineString;
      case Polygon polygon -> GeometryType.Polygon;
      case MultiPoint points -> GeometryType.MultiPoint;
      case MultiLineString lines -> GeometryType.MultiLineString;
      case MultiPolygon polygons -> GeometryType.MultiPolygon;
      case GeometryCollection collection -> GeometryType.GeometryCollection;
      default -> throw new IllegalArgumentException(shape.getGeometryType());
    };
  }

  /** The offset of the shape in the buffer. */
  int write(Geometry shape) {
    return switch (shape) {
      case MultiPolygon polygons -> parts(polygons);
      case MultiPoint points -> positions(points, NONE);
      case MultiLineString lines -> positions(lines, ends(lines));
      case GeometryCollection collection -> parts(collection);
      case Polygon polygon -> positions(polygon, ends(polygon));
      default -> positions(shape, NONE);
    };
  }

  private int parts(GeometryCollection shape) {
    int[] parts = new int[shape.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = write(shape.getGeometryN(i));
    }
    int vector = createPartsVector(out, parts);
    return createGeometry(out, NONE, NONE, NONE, NONE, NONE, NONE, type(shape), vector);
  }

  /** Counts of positions up to the end of each part; left off where there is one part only. */
  private int ends(MultiLineString lines) {
    long[] ends = new long[lines.getNumGeometries()];
    long sum = 0;
    for (int i = 0; i < ends.length; i++) {
      sum += lines.getGeometryN(i).getNumPoints();
      ends[i] = sum;
    }
    return ends.length < 2 ? NONE : createEndsVector(out, ends);
  }

  private int ends(Polygon polygon) {
    long[] ends = new long[1 + polygon.getNumInteriorRing()];
    long sum = polygon.getExteriorRing().getNumPoints();
    ends[0] = sum;
    for (int i = 1; i < ends.length; i++) {
      sum += polygon.getInteriorRingN(i - 1).getNumPoints();
      ends[i] = sum;
    }
    return ends.length < 2 ? NONE : createEndsVector(out, ends);
  }

  private int positions(Geometry shape, int ends) {
    Positions positions = new Positions(shape.getNumPoints());
    shape.apply(positions);
    int xy = createXyVector(out, positions.xy);
    int z = hasZ ? createZVector(out, positions.z) : NONE;
    int m = hasM ? createMVector(out, positions.m) : NONE;
    return createGeometry(out, ends, xy, z, m, NONE, NONE, type(shape), NONE);
  }

  /** Collects the ordinates in the order in which JTS lists them: shells before holes. */
  private final class Positions implements CoordinateSequenceFilter {
    private final double[] xy;
    private final double[] z;
    private final double[] m;
    private int count;

    Positions(int size) {
      xy = new double[2 * size];
      z = new double[hasZ ? size : 0];
      m = new double[hasM ? size : 0];
    }

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      xy[2 * count] = sequence.getX(i);
      xy[2 * count + 1] = sequence.getY(i);
      if (hasZ) {
        z[count] = sequence.getZ(i);
      }
      if (hasM) {
        m[count] = sequence.getM(i);
      }
      count++;
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
}
