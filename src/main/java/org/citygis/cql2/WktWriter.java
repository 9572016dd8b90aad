package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes shapes as well-known text, coordinates in full. */
final class WktWriter {
  private WktWriter() {}

  static String write(Geometry shape) {
    return shape.getGeometryType().toUpperCase(Locale.ROOT) + body(shape);
  }

  private static String body(Geometry shape) {
    return switch (shape) {
      case Point point -> "(" + position(point.getCoordinate()) + ")";
      case LineString line -> line(line);
      case Polygon polygon -> {
        List<String> rings = new ArrayList<>(List.of(line(polygon.getExteriorRing())));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          rings.add(line(polygon.getInteriorRingN(i)));
        }
        yield "(" + String.join(", ", rings) + ")";
      }
      default -> {
        boolean tagged = shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          Geometry part = shape.getGeometryN(i);
          parts.add(tagged ? write(part) : body(part));
        }
        yield "(" + String.join(", ", parts) + ")";
      }
    };
  }

  private static String line(LineString line) {
    List<String> positions = new ArrayList<>();
    for (Coordinate c : line.getCoordinates()) {
      positions.add(position(c));
    }
    return "(" + String.join(", ", positions) + ")";
  }

  private static String position(Coordinate c) {
    return Numbers.shown(c.x) + " " + Numbers.shown(c.y);
  }
}
