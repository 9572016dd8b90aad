package org.citygis.ingest.shapefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Sorts the rings of a polygon record into shells and holes. A clockwise ring is a shell, a hole
 * belongs to the smallest shell that contains it. As soon as one hole has no shell the directions
 * are not to be trusted: then the depth of nesting decides, even = shell.
 */
final class Rings {
  private static final int MANY = 16;

  /**
   * @param inverted the directions were not to be trusted
   */
  record Result(Geometry geometry, boolean inverted) {}

  private final GeometryFactory geometries;

  Rings(GeometryFactory geometries) {
    this.geometries = geometries;
  }

  Result assemble(List<LinearRing> found) {
    Nest nest = new Nest(found);
    boolean[] shell = new boolean[found.size()];
    for (int i = 0; i < shell.length; i++) {
      // A ring without area has no direction and stays what it was written as: a ring of its own.
      shell[i] = nest.clockwise(i);
    }
    int[] parent = new int[shell.length];
    if (nest.assign(shell, parent)) {
      return new Result(polygons(found, shell, parent), false);
    }
    nest.assignByDepth(shell, parent);
    return new Result(polygons(found, shell, parent), true);
  }

  private Geometry polygons(List<LinearRing> found, boolean[] shell, int[] parent) {
    Map<Integer, List<LinearRing>> holes = new HashMap<>();
    for (int i = 0; i < shell.length; i++) {
      if (!shell[i]) {
        holes.computeIfAbsent(parent[i], key -> new ArrayList<>()).add(found.get(i));
      }
    }
    List<Polygon> polygons = new ArrayList<>();
    for (int i = 0; i < shell.length; i++) {
      if (shell[i]) {
        LinearRing[] own = holes.getOrDefault(i, List.of()).toArray(LinearRing[]::new);
        polygons.add(geometries.createPolygon(found.get(i), own));
      }
    }
    return polygons.size() == 1
        ? polygons.getFirst()
        : geometries.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** Which ring lies in which. */
  private static final class Nest {
    private final List<LinearRing> rings;
    private final double[] area;
    private final PointOnGeometryLocator[] locators;
    private final STRtree tree;

    Nest(List<LinearRing> rings) {
      this.rings = rings;
      this.area = new double[rings.size()];
      this.locators = new PointOnGeometryLocator[rings.size()];
      this.tree = new STRtree();
      for (int i = 0; i < area.length; i++) {
        area[i] = Area.ofRingSigned(rings.get(i).getCoordinateSequence());
        if (area.length > MANY) {
          tree.insert(rings.get(i).getEnvelopeInternal(), i);
        }
      }
    }

    boolean clockwise(int ring) {
      return area[ring] >= 0;
    }

    /** Gives every hole its shell; false as soon as one has none. */
    boolean assign(boolean[] shell, int[] parent) {
      for (int i = 0; i < shell.length; i++) {
        if (!shell[i]) {
          parent[i] = smallestAround(i, shell);
          if (parent[i] < 0) {
            return false;
          }
        }
      }
      return true;
    }

    void assignByDepth(boolean[] shell, int[] parent) {
      int[] depth = new int[shell.length];
      int[] smallest = new int[shell.length];
      for (int i = 0; i < shell.length; i++) {
        smallest[i] = -1;
        for (int other : around(i)) {
          if (isLarger(other, i) && contains(other, i)) {
            depth[i]++;
            if (smallest[i] < 0 || isLarger(smallest[i], other)) {
              smallest[i] = other;
            }
          }
        }
      }
      for (int i = 0; i < shell.length; i++) {
        shell[i] = depth[i] % 2 == 0;
        parent[i] = smallest[i];
      }
      for (int i = 0; i < shell.length; i++) {
        // Rings that cross can leave a hole within a hole; it stands for itself then.
        shell[i] = shell[i] || !shell[parent[i]];
      }
    }

    private int smallestAround(int hole, boolean[] shell) {
      int best = -1;
      for (int other : around(hole)) {
        if (shell[other] && (best < 0 || isLarger(best, other)) && contains(other, hole)) {
          best = other;
        }
      }
      return best;
    }

    /** A total order, so that of two equal rings one contains the other and not both. */
    private boolean isLarger(int a, int b) {
      int order = Double.compare(Math.abs(area[a]), Math.abs(area[b]));
      return order > 0 || (order == 0 && a < b);
    }

    /** Rings whose box covers the box of this one, without itself. */
    private List<Integer> around(int ring) {
      List<Integer> result = new ArrayList<>();
      var box = rings.get(ring).getEnvelopeInternal();
      if (rings.size() > MANY) {
        for (Object found : tree.query(box)) {
          int other = (Integer) found;
          if (other != ring && rings.get(other).getEnvelopeInternal().covers(box)) {
            result.add(other);
          }
        }
        result.sort(Comparator.naturalOrder());
        return result;
      }
      for (int other = 0; other < rings.size(); other++) {
        if (other != ring && rings.get(other).getEnvelopeInternal().covers(box)) {
          result.add(other);
        }
      }
      return result;
    }

    private boolean contains(int outer, int inner) {
      Coordinate[] points = rings.get(inner).getCoordinates();
      for (Coordinate point : points) {
        int location = locate(outer, point);
        if (location != Location.BOUNDARY) {
          return location == Location.INTERIOR;
        }
      }
      for (int i = 1; i < points.length; i++) {
        Coordinate middle =
            new Coordinate(
                (points[i - 1].x + points[i].x) / 2, (points[i - 1].y + points[i].y) / 2);
        int location = locate(outer, middle);
        if (location != Location.BOUNDARY) {
          return location == Location.INTERIOR;
        }
      }
      return true;
    }

    private int locate(int outer, Coordinate point) {
      LinearRing ring = rings.get(outer);
      if (rings.size() <= MANY || ring.getNumPoints() <= MANY) {
        return RayCrossingCounter.locatePointInRing(point, ring.getCoordinateSequence());
      }
      if (locators[outer] == null) {
        locators[outer] = new IndexedPointInAreaLocator(ring);
      }
      return locators[outer].locate(point);
    }
  }
}
