package org.citygis.export.shapefile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.citygis.format.Contents;
import org.citygis.storage.GeometryColumn;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;

/** Which shapefile a row's shape goes to: one for a layer of one kind, one per kind else. */
final class Shapes {
  private final @Nullable ShapeKind only;

  /** Takes one of a row's shapes. */
  @FunctionalInterface
  interface Taker<E extends Exception> {
    void take(ShapeKind kind, @Nullable Geometry shape) throws E;
  }

  Shapes(@Nullable GeometryColumn column) {
    this.only =
        column != null && column.type() == GeometryColumn.Type.GEOMETRY
            ? null
            : column == null ? ShapeKind.NONE : ShapeKind.of(column.type());
  }

  boolean isMixed() {
    return only == null;
  }

  /** The kind of the file that stands for a layer without rows. */
  ShapeKind ofNothing(Contents contents) {
    if (only != null) {
      return only;
    }
    return switch (contents.layer().definition().geometry()) {
      case POINT -> ShapeKind.POINT;
      case LINE -> ShapeKind.LINE;
      case POLYGON -> ShapeKind.POLYGON;
      case MIXED, NONE -> ShapeKind.NONE;
    };
  }

  /**
   * Hands over the row's shape. Members of a collection that are of several kinds come one kind
   * after the other; a row without a shape goes to the table in a mixed layer.
   *
   * @return how many shapes the row became
   */
  <E extends Exception> int each(@Nullable Geometry shape, Taker<E> taker) throws E {
    if (only != null) {
      taker.take(only, shape);
      return 1;
    }
    if (shape == null) {
      taker.take(ShapeKind.NONE, null);
      return 1;
    }
    if (!isCollection(shape)) {
      taker.take(ShapeKind.of(shape), shape);
      return 1;
    }
    Map<ShapeKind, List<Geometry>> members = new EnumMap<>(ShapeKind.class);
    sort(shape, members);
    GeometryFactory factory = shape.getFactory();
    for (Map.Entry<ShapeKind, List<Geometry>> entry : members.entrySet()) {
      List<Geometry> group = entry.getValue();
      ShapeKind kind =
          entry.getKey() == ShapeKind.POINT && group.size() > 1
              ? ShapeKind.MULTIPOINT
              : entry.getKey();
      taker.take(kind, group.size() == 1 ? group.getFirst() : factory.buildGeometry(group));
    }
    return members.size();
  }

  private static boolean isCollection(Geometry shape) {
    return shape instanceof GeometryCollection
        && !(shape instanceof MultiPoint
            || shape instanceof MultiLineString
            || shape instanceof MultiPolygon);
  }

  private static void sort(Geometry shape, Map<ShapeKind, List<Geometry>> members) {
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      Geometry member = shape.getGeometryN(i);
      if (member instanceof GeometryCollection) {
        sort(member, members);
      } else if (!member.isEmpty()) {
        members.computeIfAbsent(ShapeKind.of(member), kind -> new ArrayList<>()).add(member);
      }
    }
  }
}
