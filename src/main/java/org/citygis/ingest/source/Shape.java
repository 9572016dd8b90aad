package org.citygis.ingest.source;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** The kind of geometry of a layer in a file. */
public enum Shape {
  POINT("point"),
  MULTIPOINT("point"),
  LINE("line"),
  POLYGON("polygon"),
  /** Any of them, or not declared. */
  ANY("any"),
  /** A table without geometry. */
  NONE("none");

  private final String geometry;

  Shape(String geometry) {
    this.geometry = geometry;
  }

  /**
   * The catalogue's word: point, line, polygon or none; {@code any} where the file leaves it open.
   */
  public String geometry() {
    return geometry;
  }

  /** The kind of one geometry; {@link #ANY} for a collection. */
  public static Shape of(Geometry geometry) {
    return switch (geometry) {
      case Point point -> POINT;
      case MultiPoint points -> MULTIPOINT;
      case LineString line -> LINE;
      case MultiLineString lines -> LINE;
      case Polygon polygon -> POLYGON;
      case MultiPolygon polygons -> POLYGON;
      default -> ANY;
    };
  }

  /** The kind that holds both this and the other. */
  public Shape and(Shape other) {
    if (this == other) {
      return this;
    }
    return geometry.equals(other.geometry) ? MULTIPOINT : ANY;
  }
}
