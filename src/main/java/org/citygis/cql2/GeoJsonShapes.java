package org.citygis.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Shapes as GeoJSON objects, coordinates as they are. */
final class GeoJsonShapes {
  private GeoJsonShapes() {}

  static Map<String, Object> json(Geometry shape) {
    boolean isCollection = shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION);
    if (!isCollection) {
      return Map.of("type", shape.getGeometryType(), "coordinates", coordinates(shape));
    }
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      parts.add(json(shape.getGeometryN(i)));
    }
    return Map.of("type", shape.getGeometryType(), "geometries", parts);
  }

  private static Object coordinates(Geometry shape) {
    return switch (shape) {
      case Point point -> position(point.getCoordinate());
      case LineString line -> line(line);
      case Polygon polygon -> {
        List<Object> rings = new ArrayList<>(List.of(line(polygon.getExteriorRing())));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          rings.add(line(polygon.getInteriorRingN(i)));
        }
        yield rings;
      }
      default -> {
        List<Object> parts = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
          parts.add(coordinates(shape.getGeometryN(i)));
        }
        yield parts;
      }
    };
  }

  private static List<Object> line(LineString line) {
    List<Object> positions = new ArrayList<>();
    for (Coordinate c : line.getCoordinates()) {
      positions.add(position(c));
    }
    return positions;
  }

  private static List<Double> position(Coordinate c) {
    return List.of(c.x, c.y);
  }
}
