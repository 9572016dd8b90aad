package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.CoverageUnion;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/**
 * Geometry on the city's grid of 1/32 m: fine enough for a surveyor's eye, and because every
 * ordinate is a short binary number, lines that meet meet exactly and files compress well.
 */
final class Shapes {
  static final double GRID = 32;
  static final PrecisionModel PRECISION = new PrecisionModel(GRID);
  static final GeometryFactory FACTORY = new GeometryFactory(PRECISION);

  private Shapes() {}

  static double snap(double ordinate) {
    return Math.rint(ordinate * GRID) / GRID;
  }

  static Coordinate at(double x, double y) {
    return new Coordinate(snap(x), snap(y));
  }

  static Point point(double x, double y) {
    return FACTORY.createPoint(at(x, y));
  }

  static LineString line(List<Coordinate> coordinates) {
    return FACTORY.createLineString(distinct(coordinates));
  }

  /** The ring need not be closed. */
  static Polygon polygon(List<Coordinate> ring) {
    List<Coordinate> closed = new ArrayList<>(ring);
    closed.add(ring.get(0).copy());
    return FACTORY.createPolygon(distinct(closed));
  }

  private static Coordinate[] distinct(List<Coordinate> coordinates) {
    List<Coordinate> kept = new ArrayList<>(coordinates.size());
    for (Coordinate c : coordinates) {
      Coordinate snapped = at(c.x, c.y);
      if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(snapped)) {
        kept.add(snapped);
      }
    }
    return kept.toArray(Coordinate[]::new);
  }

  static Geometry minus(Geometry a, Geometry b) {
    return OverlayNG.overlay(a, b, OverlayNG.DIFFERENCE, PRECISION).norm();
  }

  static Geometry common(Geometry a, Geometry b) {
    return OverlayNG.overlay(a, b, OverlayNG.INTERSECTION, PRECISION).norm();
  }

  static Geometry union(Collection<? extends Geometry> parts) {
    return UnaryUnionNG.union(FACTORY.buildGeometry(parts), PRECISION).norm();
  }

  /** The union of parts that share their edges node by node and do not overlap. */
  static Geometry joined(Collection<? extends Geometry> parts) {
    return CoverageUnion.union(FACTORY.buildGeometry(parts)).norm();
  }

  /** The polygons in it that are larger than a sliver, in order. */
  static List<Polygon> polygons(Geometry geometry, double leastArea) {
    List<Polygon> found = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon p && p.getArea() >= leastArea) {
        found.add(p);
      }
    }
    return found;
  }
}
