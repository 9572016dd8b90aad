package org.citygis.versions;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.core.JsonGenerator;

/** Writes a geometry in degrees as GeoJSON, shells counterclockwise (RFC 7946, 3.1.6). */
final class GeoJsonGeometry {
  private static final double DIGITS = 1e7;

  private GeoJsonGeometry() {}

  static void write(Geometry geometry, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("type", geometry.getGeometryType());
    boolean collection =
        geometry instanceof GeometryCollection
            && !(geometry instanceof MultiPoint
                || geometry instanceof MultiLineString
                || geometry instanceof MultiPolygon);
    if (collection) {
      out.writeName("geometries");
      out.writeStartArray();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        write(geometry.getGeometryN(i), out);
      }
      out.writeEndArray();
    } else {
      out.writeName("coordinates");
      coordinates(geometry, out);
    }
    out.writeEndObject();
  }

  private static void coordinates(Geometry geometry, JsonGenerator out) {
    switch (geometry) {
      case Point point -> {
        if (point.isEmpty()) {
          out.writeStartArray();
          out.writeEndArray();
        } else {
          position(point.getCoordinateSequence(), 0, out);
        }
      }
      case LineString line -> positions(line.getCoordinateSequence(), out);
      case Polygon polygon -> polygon(polygon, out);
      default -> {
        out.writeStartArray();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
          coordinates(geometry.getGeometryN(i), out);
        }
        out.writeEndArray();
      }
    }
  }

  /** JTS' normal form has shells clockwise. */
  private static void polygon(Polygon polygon, JsonGenerator out) {
    Polygon turned = polygon.isEmpty() ? polygon : (Polygon) polygon.norm().reverse();
    out.writeStartArray();
    if (!turned.isEmpty()) {
      positions(turned.getExteriorRing().getCoordinateSequence(), out);
      for (int i = 0; i < turned.getNumInteriorRing(); i++) {
        positions(turned.getInteriorRingN(i).getCoordinateSequence(), out);
      }
    }
    out.writeEndArray();
  }

  private static void positions(CoordinateSequence sequence, JsonGenerator out) {
    out.writeStartArray();
    for (int i = 0; i < sequence.size(); i++) {
      position(sequence, i, out);
    }
    out.writeEndArray();
  }

  private static void position(CoordinateSequence sequence, int i, JsonGenerator out) {
    out.writeStartArray();
    out.writeNumber(Math.round(sequence.getX(i) * DIGITS) / DIGITS);
    out.writeNumber(Math.round(sequence.getY(i) * DIGITS) / DIGITS);
    out.writeEndArray();
  }
}
