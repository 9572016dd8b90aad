package org.citygis.ingest.shapefile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Gathers the patches of one multipatch: strips and fans become triangles, rings become polygons.
 * An outer ring takes the inner rings that follow it; rings of no declared kind are sorted by which
 * lies in which.
 */
final class Multipatch {
  private static final int STRIP = 0;
  private static final int FAN = 1;
  private static final int OUTER = 2;
  private static final int INNER = 3;

  private final GeometryFactory geometries;
  private final Rings rings;
  private final List<Polygon> polygons = new ArrayList<>();
  private final List<LinearRing> undeclared = new ArrayList<>();
  private final List<LinearRing> holes = new ArrayList<>();
  private final List<LinearRing> outer = new ArrayList<>();

  Multipatch(GeometryFactory geometries, Rings rings) {
    this.geometries = geometries;
    this.rings = rings;
  }

  boolean isTriangles(int patch) {
    return patch == STRIP || patch == FAN;
  }

  void triangles(int patch, Coordinate[] points) {
    for (int i = 2; i < points.length; i++) {
      Coordinate a = patch == FAN ? points[0] : points[i - 2];
      polygons.add(
          geometries.createPolygon(
              new Coordinate[] {a.copy(), points[i - 1].copy(), points[i].copy(), a.copy()}));
    }
  }

  void ring(int patch, LinearRing ring) {
    switch (patch) {
      case OUTER -> {
        flush();
        outer.add(ring);
      }
      case INNER -> (outer.isEmpty() ? undeclared : holes).add(ring);
      default -> undeclared.add(ring);
    }
  }

  MultiPolygon toGeometry() {
    flush();
    if (!undeclared.isEmpty()) {
      Geometry sorted = rings.assemble(undeclared).geometry();
      for (int i = 0; i < sorted.getNumGeometries(); i++) {
        polygons.add((Polygon) sorted.getGeometryN(i));
      }
    }
    return geometries.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private void flush() {
    if (!outer.isEmpty()) {
      polygons.add(geometries.createPolygon(outer.getFirst(), holes.toArray(LinearRing[]::new)));
      outer.clear();
      holes.clear();
    }
  }
}
