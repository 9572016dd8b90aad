package org.citygis.storage;

import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.Ordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/** Shapes as both databases take and give them: WKB with the SRID in its head. Not thread-safe. */
final class Ewkb {
  private final GeometryColumn column;
  private final WKBWriter writer;
  private @Nullable WKBReader reader;

  Ewkb(GeometryColumn column) {
    this.column = column;
    this.writer = new WKBWriter(column.dimension(), ByteOrderValues.LITTLE_ENDIAN, true);
    EnumSet<Ordinate> ordinates = EnumSet.of(Ordinate.X, Ordinate.Y);
    if (column.hasZ()) {
      ordinates.add(Ordinate.Z);
    }
    if (column.hasM()) {
      ordinates.add(Ordinate.M);
    }
    writer.setOutputOrdinates(ordinates);
  }

  /** For a shape that the column stores: promoted to Multi* where the column is. */
  byte[] forColumn(Geometry geometry) {
    return forParameter(promote(geometry));
  }

  /** For a shape that a condition compares with. */
  byte[] forParameter(Geometry geometry) {
    if (geometry.getSRID() == column.crs().srid()) {
      return writer.write(geometry);
    }
    Geometry marked = geometry.copy();
    marked.setSRID(column.crs().srid());
    return writer.write(marked);
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

  private Geometry promote(Geometry geometry) {
    GeometryFactory factory = geometry.getFactory();
    Geometry promoted =
        switch (column.type()) {
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
    if (promoted != geometry) {
      promoted.setSRID(geometry.getSRID());
    }
    return promoted;
  }
}
