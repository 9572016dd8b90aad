package org.citygis.ingest.shapefile;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.Shape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;

/** Turns the content of one .shp record into a geometry. Not safe for several threads. */
final class ShapeDecoder {
  /** A measure below this means: no data. */
  private static final double NO_DATA = -1e38;

  private static final int BOX = 32;

  private final ShapeType layer;
  private final Findings findings;
  private final GeometryFactory geometries;
  private final Rings rings;
  private long row;

  ShapeDecoder(ShapeType layer, Findings findings) {
    this.layer = layer;
    this.findings = findings;
    this.geometries = new GeometryFactory();
    this.rings = new Rings(geometries);
  }

  /**
   * @param content the record without its header, little-endian, from index 0 to its limit
   * @return null for a null shape
   */
  @Nullable Geometry decode(long row, ByteBuffer content) throws BadShape {
    this.row = row;
    if (content.limit() < 4) {
      throw new BadShape(Defect.SHAPE_TOO_SHORT, content.limit());
    }
    int code = content.getInt(0);
    ShapeType type = ShapeType.of(code);
    if (type == ShapeType.UNKNOWN) {
      throw new BadShape(Defect.SHAPE_TYPE_UNKNOWN, code);
    }
    if (type != ShapeType.NULL && !layer.takes(type)) {
      throw new BadShape(Defect.SHAPE_TYPE_DIFFERS, code);
    }
    return switch (type) {
      case NULL, UNKNOWN -> null;
      case POINT, POINT_Z, POINT_M -> point(type, content);
      case MULTIPOINT, MULTIPOINT_Z, MULTIPOINT_M -> multipoint(type, content);
      case LINE, LINE_Z, LINE_M -> line(type, content);
      case POLYGON, POLYGON_Z, POLYGON_M -> polygon(type, content);
      case MULTIPATCH -> multipatch(content);
    };
  }

  private Geometry point(ShapeType type, ByteBuffer content) throws BadShape {
    int limit = content.limit();
    if (limit < 20) {
      throw new BadShape(Defect.SHAPE_TOO_SHORT, limit);
    }
    double x = content.getDouble(4);
    double y = content.getDouble(12);
    finite(x, y);
    boolean z = type.hasZ() && limit >= 28;
    if (type.hasZ() && !z) {
      findings.add(row, Defect.SHAPE_Z_MISSING);
    }
    int at = z ? 28 : 20;
    double m = type.mayHaveM() && limit >= at + 8 ? content.getDouble(at) : Double.NaN;
    Point point =
        geometries.createPoint(coordinate(x, y, z, z ? content.getDouble(20) : 0, isMeasure(m), m));
    return layer.shape() == Shape.MULTIPOINT
        ? geometries.createMultiPoint(new Point[] {point})
        : point;
  }

  private Geometry multipoint(ShapeType type, ByteBuffer content) throws BadShape {
    int points = count(content, 4 + BOX, 1);
    Coordinate[] all = coordinates(type, content, 8 + BOX, points);
    if (points == 0) {
      throw new BadShape(Defect.SHAPE_EMPTY);
    }
    return geometries.createMultiPointFromCoords(all);
  }

  private Geometry line(ShapeType type, ByteBuffer content) throws BadShape {
    int[] starts = parts(content, 4);
    Coordinate[] all =
        coordinates(type, content, 12 + BOX + 4 * (starts.length - 1), points(starts));
    List<LineString> lines = new ArrayList<>(starts.length - 1);
    for (int i = 0; i + 1 < starts.length; i++) {
      int length = starts[i + 1] - starts[i];
      if (length < 2) {
        findings.add(row, Defect.PART_TOO_SMALL);
      } else {
        lines.add(geometries.createLineString(part(all, starts[i], length, 0)));
      }
    }
    if (lines.isEmpty()) {
      throw new BadShape(Defect.SHAPE_EMPTY);
    }
    return lines.size() == 1
        ? lines.getFirst()
        : geometries.createMultiLineString(lines.toArray(LineString[]::new));
  }

  private Geometry polygon(ShapeType type, ByteBuffer content) throws BadShape {
    int[] starts = parts(content, 4);
    Coordinate[] all =
        coordinates(type, content, 12 + BOX + 4 * (starts.length - 1), points(starts));
    List<LinearRing> found = new ArrayList<>(starts.length - 1);
    for (int i = 0; i + 1 < starts.length; i++) {
      LinearRing ring = ring(all, starts[i], starts[i + 1] - starts[i]);
      if (ring != null) {
        found.add(ring);
      }
    }
    return assembled(found);
  }

  private Geometry multipatch(ByteBuffer content) throws BadShape {
    int[] starts = parts(content, 4);
    int patches = starts.length - 1;
    int types = 12 + BOX + 4 * patches;
    if (content.limit() < types + 4L * patches) {
      throw new BadShape(Defect.SHAPE_TOO_SHORT, content.limit());
    }
    Coordinate[] all =
        coordinates(ShapeType.MULTIPATCH, content, types + 4 * patches, points(starts));
    Multipatch multipatch = new Multipatch(geometries, rings);
    for (int i = 0; i < patches; i++) {
      int length = starts[i + 1] - starts[i];
      int patch = content.getInt(types + 4 * i);
      if (multipatch.isTriangles(patch)) {
        multipatch.triangles(patch, part(all, starts[i], length, 0));
      } else {
        LinearRing ring = ring(all, starts[i], length);
        if (ring != null) {
          multipatch.ring(patch, ring);
        }
      }
    }
    findings.add(row, Defect.MULTIPATCH_CONVERTED);
    Geometry result = multipatch.toGeometry();
    if (result.isEmpty()) {
      throw new BadShape(Defect.SHAPE_EMPTY);
    }
    return result;
  }

  private Geometry assembled(List<LinearRing> found) throws BadShape {
    if (found.isEmpty()) {
      throw new BadShape(Defect.SHAPE_EMPTY);
    }
    if (found.size() == 1) {
      return geometries.createPolygon(found.getFirst());
    }
    Rings.Result result = rings.assemble(found);
    if (result.inverted()) {
      findings.add(row, Defect.RINGS_INVERTED);
    }
    return result.geometry();
  }

  /** A closed ring; null where it has fewer than three different points. */
  private @Nullable LinearRing ring(Coordinate[] all, int start, int length) {
    if (!hasThreeDifferentPoints(all, start, length)) {
      findings.add(row, Defect.PART_TOO_SMALL);
      return null;
    }
    boolean closed = all[start].equals2D(all[start + length - 1]);
    if (closed) {
      return geometries.createLinearRing(part(all, start, length, 0));
    }
    findings.add(row, Defect.RING_NOT_CLOSED);
    Coordinate[] points = part(all, start, length, 1);
    points[length] = points[0].copy();
    return geometries.createLinearRing(points);
  }

  private static boolean hasThreeDifferentPoints(Coordinate[] all, int start, int length) {
    int second = -1;
    for (int i = start + 1; i < start + length; i++) {
      if (all[i].equals2D(all[start])) {
        continue;
      }
      if (second < 0) {
        second = i;
      } else if (!all[i].equals2D(all[second])) {
        return true;
      }
    }
    return false;
  }

  private static Coordinate[] part(Coordinate[] all, int start, int length, int spare) {
    if (start == 0 && length == all.length && spare == 0) {
      return all;
    }
    Coordinate[] part = new Coordinate[length + spare];
    System.arraycopy(all, start, part, 0, length);
    return part;
  }

  /** The parts' first points, and the number of points as one more entry. */
  private int[] parts(ByteBuffer content, int from) throws BadShape {
    int at = from + BOX;
    if (content.limit() < at + 8) {
      throw new BadShape(Defect.SHAPE_TOO_SHORT, content.limit());
    }
    int parts = content.getInt(at);
    int points = content.getInt(at + 4);
    long room = (long) content.limit() - at - 8;
    if (parts < 0 || points < 0 || 4L * parts + 16L * points > room) {
      throw new BadShape(Defect.SHAPE_BAD_COUNT, parts, points);
    }
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = content.getInt(at + 8 + 4 * i);
      if (starts[i] < 0 || starts[i] > points || (i > 0 && starts[i] < starts[i - 1])) {
        throw new BadShape(Defect.SHAPE_BAD_PARTS);
      }
    }
    if (parts > 0 && starts[0] > 0) {
      findings.add(row, Defect.SHAPE_FIRST_PART_LATE);
    }
    starts[parts] = points;
    return starts;
  }

  private static int points(int[] starts) {
    return starts[starts.length - 1];
  }

  private static int count(ByteBuffer content, int at, int parts) throws BadShape {
    if (content.limit() < at + 4) {
      throw new BadShape(Defect.SHAPE_TOO_SHORT, content.limit());
    }
    int points = content.getInt(at);
    if (points < 0 || 16L * points > content.limit() - at - 4) {
      throw new BadShape(Defect.SHAPE_BAD_COUNT, parts, points);
    }
    return points;
  }

  /** All points of a record, with Z and M where the bytes for them are there. */
  private Coordinate[] coordinates(ShapeType type, ByteBuffer content, int at, int points)
      throws BadShape {
    int limit = content.limit();
    int after = at + 16 * points;
    int zAt = after + 16;
    boolean z = type.hasZ() && points > 0 && zAt + 8L * points <= limit;
    if (type.hasZ() && points > 0 && !z) {
      findings.add(row, Defect.SHAPE_Z_MISSING);
    }
    int mAt = (z ? zAt + 8 * points : after) + 16;
    boolean m =
        type.mayHaveM()
            && (z || !type.hasZ())
            && mAt + 8L * points <= limit
            && anyMeasure(content, mAt, points);
    Coordinate[] all = new Coordinate[points];
    for (int i = 0; i < points; i++) {
      double x = content.getDouble(at + 16 * i);
      double y = content.getDouble(at + 16 * i + 8);
      finite(x, y);
      all[i] =
          !z && !m
              ? new CoordinateXY(x, y)
              : coordinate(
                  x,
                  y,
                  z,
                  z ? content.getDouble(zAt + 8 * i) : 0,
                  m,
                  m ? content.getDouble(mAt + 8 * i) : 0);
    }
    return all;
  }

  private static boolean anyMeasure(ByteBuffer content, int at, int points) {
    for (int i = 0; i < points; i++) {
      if (isMeasure(content.getDouble(at + 8 * i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMeasure(double m) {
    return m > NO_DATA;
  }

  private static Coordinate coordinate(
      double x, double y, boolean hasZ, double z, boolean hasM, double m) {
    double measure = isMeasure(m) ? m : Double.NaN;
    if (hasZ) {
      return hasM ? new CoordinateXYZM(x, y, z, measure) : new Coordinate(x, y, z);
    }
    return hasM ? new CoordinateXYM(x, y, measure) : new CoordinateXY(x, y);
  }

  private static void finite(double x, double y) throws BadShape {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new BadShape(Defect.SHAPE_NOT_FINITE);
    }
  }
}
