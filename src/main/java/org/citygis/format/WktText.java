package org.citygis.format;

import java.util.Locale;
import org.citygis.web.geojson.JsonBytes;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Writes shapes as WKT straight into the answer's buffer, rounded to the digits that the system
 * deserves; many times faster than JTS' writer, which words every number by a pattern.
 */
final class WktText {
  private final JsonBytes out;
  private final boolean hasZ;
  private final int digits;

  WktText(JsonBytes out, boolean hasZ, int digits) {
    this.out = out;
    this.hasZ = hasZ;
    this.digits = digits;
  }

  void write(Geometry shape) {
    String type = shape.getGeometryType().toUpperCase(Locale.ROOT);
    out.raw(type).raw(hasZ ? " Z " : " ");
    if (shape.isEmpty()) {
      out.raw("EMPTY");
    } else if (type.equals("GEOMETRYCOLLECTION")) {
      out.raw('(');
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        separate(i);
        write(shape.getGeometryN(i));
      }
      out.raw(')');
    } else {
      body(shape);
    }
  }

  private void body(Geometry shape) {
    switch (shape) {
      case Point point -> positions(point.getCoordinateSequence());
      case LineString line -> positions(line.getCoordinateSequence());
      case Polygon polygon -> {
        out.raw('(');
        positions(polygon.getExteriorRing().getCoordinateSequence());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          separate(1);
          positions(polygon.getInteriorRingN(i).getCoordinateSequence());
        }
        out.raw(')');
      }
      default -> {
        out.raw('(');
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          separate(i);
          member(shape.getGeometryN(i));
        }
        out.raw(')');
      }
    }
  }

  private void member(Geometry shape) {
    if (shape.isEmpty()) {
      out.raw("EMPTY");
    } else {
      body(shape);
    }
  }

  private void positions(CoordinateSequence positions) {
    out.raw('(');
    for (int i = 0; i < positions.size(); i++) {
      separate(i);
      out.decimal(positions.getX(i), digits).raw(' ').decimal(positions.getY(i), digits);
      if (hasZ) {
        double z = positions.getZ(i);
        out.raw(' ').decimal(Double.isFinite(z) ? z : 0, 4);
      }
    }
    out.raw(')');
  }

  private void separate(int index) {
    if (index > 0) {
      out.raw(", ");
    }
  }
}
