package org.citygis.ingest.shapefile;

import org.citygis.ingest.source.Shape;

/**
 * The shape types of the shapefile specification; {@code UNKNOWN} stands for every other number.
 */
enum ShapeType {
  NULL(0, Shape.ANY, false, false),
  POINT(1, Shape.POINT, false, false),
  LINE(3, Shape.LINE, false, false),
  POLYGON(5, Shape.POLYGON, false, false),
  MULTIPOINT(8, Shape.MULTIPOINT, false, false),
  POINT_Z(11, Shape.POINT, true, true),
  LINE_Z(13, Shape.LINE, true, true),
  POLYGON_Z(15, Shape.POLYGON, true, true),
  MULTIPOINT_Z(18, Shape.MULTIPOINT, true, true),
  POINT_M(21, Shape.POINT, false, true),
  LINE_M(23, Shape.LINE, false, true),
  POLYGON_M(25, Shape.POLYGON, false, true),
  MULTIPOINT_M(28, Shape.MULTIPOINT, false, true),
  MULTIPATCH(31, Shape.POLYGON, true, true),
  UNKNOWN(-1, Shape.ANY, false, false);

  private static final ShapeType[] BY_CODE = new ShapeType[32];

  static {
    for (ShapeType type : values()) {
      if (type.code >= 0) {
        BY_CODE[type.code] = type;
      }
    }
  }

  private final int code;
  private final Shape shape;
  private final boolean z;
  private final boolean m;

  ShapeType(int code, Shape shape, boolean z, boolean m) {
    this.code = code;
    this.shape = shape;
    this.z = z;
    this.m = m;
  }

  static ShapeType of(int code) {
    return code >= 0 && code < BY_CODE.length && BY_CODE[code] != null ? BY_CODE[code] : UNKNOWN;
  }

  Shape shape() {
    return shape;
  }

  boolean hasZ() {
    return z;
  }

  /** Measures may be there; in the Z types they are optional. */
  boolean mayHaveM() {
    return m;
  }

  /** Whether a record of the other type can stand in a layer of this type. */
  boolean takes(ShapeType other) {
    return shape == Shape.ANY || shape.geometry().equals(other.shape.geometry());
  }
}
