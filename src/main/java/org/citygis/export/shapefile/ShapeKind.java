package org.citygis.export.shapefile;

import org.citygis.storage.GeometryColumn;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** What one shapefile holds; a shapefile holds one kind only. */
enum ShapeKind {
  POINT(1, "point"),
  LINE(3, "line"),
  POLYGON(5, "polygon"),
  MULTIPOINT(8, "multipoint"),
  /** Rows without a place: a lone .dbf. */
  NONE(0, "table");

  private final int code;
  private final String suffix;

  ShapeKind(int code, String suffix) {
    this.code = code;
    this.suffix = suffix;
  }

  /** What sets the file apart from those of other kinds of one layer. */
  String suffix() {
    return suffix;
  }

  /** The shape type of the specification. */
  int code(boolean hasZ, boolean hasM) {
    return hasZ ? code + 10 : hasM ? code + 20 : code;
  }

  static ShapeKind of(GeometryColumn.Type type) {
    return switch (type) {
      case POINT -> POINT;
      case MULTIPOINT -> MULTIPOINT;
      case MULTILINESTRING -> LINE;
      case MULTIPOLYGON -> POLYGON;
      case GEOMETRY -> NONE;
    };
  }

  /** Of a shape that is not a collection of several kinds. */
  static ShapeKind of(Geometry shape) {
    return switch (shape) {
      case Point point -> POINT;
      case MultiPoint points -> MULTIPOINT;
      case LineString line -> LINE;
      case MultiLineString lines -> LINE;
      case Polygon polygon -> POLYGON;
      case MultiPolygon polygons -> POLYGON;
      default -> throw new IllegalArgumentException(shape.getGeometryType());
    };
  }
}
