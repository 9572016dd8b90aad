package org.citygis.ingest.flatgeobuf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citygis.ingest.geometry.BadGeometry;
import org.citygis.ingest.geometry.Soundness;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateXY;
import org.locationtech.jts.geom.CoordinateXYM;
import org.locationtech.jts.geom.CoordinateXYZM;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.wololo.flatgeobuf.generated.Geometry;
import org.wololo.flatgeobuf.generated.GeometryType;

/**
 * Builds the geometry of one feature. Parts of a hostile buffer may share their coordinates or lie
 * in themselves, so what may be built is limited by the bytes that the buffer has.
 */
final class Shapes {
  private static final int DEEPEST = 8;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private long budget;

  private Shapes(int bytes) {
    this.budget = bytes;
  }

  /**
   * @param declared what the header says all features are, or Unknown
   * @param bytes of the feature's buffer
   * @return null where it is empty
   */
  static org.locationtech.jts.geom.@Nullable Geometry build(
      Geometry written, int declared, int bytes) throws BadGeometry {
    try {
      int type = declared == GeometryType.Unknown ? written.type() : declared;
      return Soundness.of(new Shapes(bytes).geometry(written, type, 0));
    } catch (IndexOutOfBoundsException e) {
      throw new BadGeometry("an offset leads out of the feature");
    } catch (IllegalArgumentException e) {
      throw new BadGeometry(String.valueOf(e.getMessage()));
    }
  }

  private org.locationtech.jts.geom.Geometry geometry(Geometry written, int type, int depth)
      throws BadGeometry {
    if (depth > DEEPEST) {
      throw new BadGeometry("nested too deeply");
    }
    return switch (type) {
      case GeometryType.Point -> {
        Coordinate[] points = positions(written);
        yield points.length == 0 ? GEOMETRIES.createPoint() : GEOMETRIES.createPoint(points[0]);
      }
      case GeometryType.MultiPoint -> GEOMETRIES.createMultiPointFromCoords(positions(written));
      case GeometryType.LineString -> GEOMETRIES.createLineString(positions(written));
      case GeometryType.MultiLineString -> {
        List<LineString> lines = new ArrayList<>();
        for (Coordinate[] line : rings(written)) {
          lines.add(GEOMETRIES.createLineString(line));
        }
        yield GEOMETRIES.createMultiLineString(lines.toArray(LineString[]::new));
      }
      case GeometryType.Polygon -> polygon(written);
      case GeometryType.MultiPolygon -> {
        List<Polygon> polygons = new ArrayList<>();
        for (Geometry part : parts(written)) {
          polygons.add(polygon(part));
        }
        if (polygons.isEmpty() && written.xyLength() > 0) {
          polygons.add(polygon(written));
        }
        yield GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
      }
      case GeometryType.GeometryCollection -> {
        List<org.locationtech.jts.geom.Geometry> members = new ArrayList<>();
        for (Geometry part : parts(written)) {
          members.add(geometry(part, part.type(), depth + 1));
        }
        yield GEOMETRIES.createGeometryCollection(
            members.toArray(org.locationtech.jts.geom.Geometry[]::new));
      }
      default -> throw new BadGeometry("type " + type);
    };
  }

  private List<Geometry> parts(Geometry written) throws BadGeometry {
    int count = written.partsLength();
    spend(count, Integer.BYTES);
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(written.parts(i));
    }
    return parts;
  }

  private Polygon polygon(Geometry written) throws BadGeometry {
    List<LinearRing> rings = new ArrayList<>();
    for (Coordinate[] ring : rings(written)) {
      rings.add(GEOMETRIES.createLinearRing(ring));
    }
    return rings.isEmpty()
        ? GEOMETRIES.createPolygon()
        : GEOMETRIES.createPolygon(
            rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  /** The positions cut at the ends that are given; one piece where none are. */
  private List<Coordinate[]> rings(Geometry written) throws BadGeometry {
    Coordinate[] all = positions(written);
    int count = written.endsLength();
    spend(count, Integer.BYTES);
    List<Coordinate[]> rings = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < count; i++) {
      long end = written.ends(i);
      if (end < from || end > all.length) {
        throw new BadGeometry("end " + end + " of " + all.length + " positions");
      }
      rings.add(Arrays.copyOfRange(all, from, (int) end));
      from = (int) end;
    }
    if (count == 0 && all.length > 0) {
      rings.add(all);
    }
    return rings;
  }

  private Coordinate[] positions(Geometry written) throws BadGeometry {
    int count = written.xyLength() / 2;
    spend(count, 2 * Double.BYTES);
    boolean hasZ = written.zLength() == count && count > 0;
    boolean hasM = written.mLength() == count && count > 0;
    Coordinate[] positions = new Coordinate[count];
    for (int i = 0; i < count; i++) {
      double x = written.xy(2 * i);
      double y = written.xy(2 * i + 1);
      if (hasZ) {
        positions[i] =
            hasM
                ? new CoordinateXYZM(x, y, written.z(i), written.m(i))
                : new Coordinate(x, y, written.z(i));
      } else {
        positions[i] = hasM ? new CoordinateXYM(x, y, written.m(i)) : new CoordinateXY(x, y);
      }
    }
    return positions;
  }

  private void spend(int count, int size) throws BadGeometry {
    budget -= (long) count * size;
    if (count < 0 || budget < 0) {
      throw new BadGeometry("count " + count);
    }
  }
}
