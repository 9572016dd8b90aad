package org.citygis.storage;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/** Shapes as both databases take and give them: WKB with the SRID in its head. Not thread-safe. */
final class Ewkb {
  private final GeometryColumn column;
  private final EwkbWriter writer;
  private @Nullable WKBReader reader;

  Ewkb(GeometryColumn column) {
    this.column = column;
    this.writer = new EwkbWriter(column);
  }

  /** For a shape that the column stores: promoted to Multi* where the column is. */
  byte[] forColumn(Geometry geometry) {
    return forParameter(promote(geometry));
  }

  /** For a shape that a condition compares with. */
  byte[] forParameter(Geometry geometry) {
    ByteBuffer bytes = ByteBuffer.allocate(writer.size(geometry));
    writer.write(geometry, bytes);
    return bytes.array();
  }

  EwkbWriter writer() {
    return writer;
  }

  Geometry read(byte[] ewkb) {
    WKBReader existing = reader;
    if (existing == null) {
      existing = new WKBReader();
      reader = existing;
    }
    try {
      return existing.read(ewkb);
    } catch (ParseException e) {
      throw new IllegalStateException("the database returned a shape that is not WKB", e);
    }
  }

  /** The shape as the column's type wants it: Multi* where that is one. */
  Geometry promote(Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    return switch (column.type()) {
      case MULTIPOLYGON ->
          geometry instanceof Polygon polygon
              ? factory.createMultiPolygon(new Polygon[] {polygon})
              : geometry;
      case MULTILINESTRING ->
          geometry instanceof LineString line
              ? factory.createMultiLineString(new LineString[] {line})
              : geometry;
      case MULTIPOINT ->
          geometry instanceof Point point
              ? factory.createMultiPoint(new Point[] {point})
              : geometry;
      case POINT, GEOMETRY -> geometry;
    };
  }
}
