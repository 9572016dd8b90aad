package org.citygis.samplecity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The roads as one noded network: segments meet at shared nodes and nowhere else, none ends blindly
 * inside the city, and all hang together. The city's limit takes part as a line that is no road, so
 * that the faces cover the whole region.
 */
final class RoadGraph {
  /** A piece of a road between two junctions. {@code road} is null on the city's limit. */
  record Segment(@Nullable Road road, LineString line) {
    Coordinate from() {
      return line.getCoordinateN(0);
    }

    Coordinate to() {
      return line.getCoordinateN(line.getNumPoints() - 1);
    }

    int rank() {
      return road == null ? -1 : road.rank.ordinal();
    }
  }

  private static final double SHORTEST = 28;
  private static final double SMALLEST_FACE = 4500;

  List<Segment> segments;
  List<Polygon> faces = List.of();

  RoadGraph(List<Road> roads, Polygon limit) {
    List<NodedSegmentString> lines = new ArrayList<>();
    for (Road road : roads) {
      Coordinate[] course = Shapes.line(road.course).getCoordinates();
      if (course.length > 1) {
        lines.add(new NodedSegmentString(course, road));
      }
    }
    lines.add(new NodedSegmentString(limit.getExteriorRing().getCoordinates(), null));
    segments = node(lines);
    inside(limit);
    for (int round = 0; round < 3; round++) {
      prune();
      segments = node(strings(closed()));
    }
    prune();
    dissolve();
    keepLargest();
    mergeChains();
    faces = polygonize();
  }

  private static List<NodedSegmentString> strings(Collection<Segment> segments) {
    List<NodedSegmentString> lines = new ArrayList<>();
    for (Segment s : segments) {
      lines.add(new NodedSegmentString(s.line.getCoordinates(), s.road));
    }
    return lines;
  }

  @SuppressWarnings("unchecked")
  private static List<Segment> node(List<NodedSegmentString> lines) {
    SnapRoundingNoder noder = new SnapRoundingNoder(Shapes.PRECISION);
    noder.computeNodes(lines);
    Map<String, Segment> distinct = new LinkedHashMap<>();
    for (SegmentString s : (Collection<SegmentString>) noder.getNodedSubstrings()) {
      Coordinate[] c = s.getCoordinates();
      if (c.length < 2 || c.length == 2 && c[0].equals2D(c[1])) {
        continue;
      }
      Segment segment = new Segment((Road) s.getData(), Shapes.FACTORY.createLineString(c));
      distinct.merge(
          key(segment.line),
          segment,
          (a, b) -> Integer.compareUnsigned(a.rank(), b.rank()) <= 0 ? a : b);
    }
    return new ArrayList<>(distinct.values());
  }

  private static String key(LineString line) {
    LineString copy = (LineString) line.norm();
    return copy.toString();
  }

  private void inside(Polygon limit) {
    org.locationtech.jts.geom.prep.PreparedGeometry within =
        org.locationtech.jts.geom.prep.PreparedGeometryFactory.prepare(limit.buffer(0.5));
    segments.removeIf(s -> !within.covers(s.line));
  }

  private Map<Coordinate, List<Segment>> nodes() {
    Map<Coordinate, List<Segment>> nodes = new LinkedHashMap<>();
    for (Segment s : segments) {
      nodes.computeIfAbsent(s.from(), k -> new ArrayList<>()).add(s);
      nodes.computeIfAbsent(s.to(), k -> new ArrayList<>()).add(s);
    }
    return nodes;
  }

  /** Takes away blind ends, again and again until none is left. */
  private void prune() {
    Map<Coordinate, List<Segment>> nodes = nodes();
    ArrayDeque<Coordinate> ends = new ArrayDeque<>();
    nodes.forEach(
        (c, at) -> {
          if (at.size() == 1) {
            ends.add(c);
          }
        });
    Set<Segment> gone = new HashSet<>();
    while (!ends.isEmpty()) {
      List<Segment> at = nodes.get(ends.poll());
      if (at == null || at.size() != 1) {
        continue;
      }
      Segment s = at.get(0);
      gone.add(s);
      for (Coordinate c : List.of(s.from(), s.to())) {
        List<Segment> there = nodes.getOrDefault(c, new ArrayList<>());
        there.remove(s);
        if (there.size() == 1) {
          ends.add(c);
        }
      }
    }
    segments.removeIf(gone::contains);
  }

  /**
   * Draws junctions that are nearly one together: the ends of very short segments become one node.
   */
  private List<Segment> closed() {
    Map<Coordinate, Coordinate> moved = new HashMap<>();
    Map<Coordinate, Integer> weight = new HashMap<>();
    nodes()
        .forEach(
            (c, at) -> {
              int w = 0;
              for (Segment s : at) {
                w += s.road == null ? 1000 : 4 - s.rank();
              }
              weight.put(c, w);
            });
    List<Segment> shortest = new ArrayList<>();
    for (Segment s : segments) {
      if (s.road != null && s.line.getLength() < SHORTEST) {
        shortest.add(s);
      }
    }
    shortest.sort(Comparator.comparingDouble(s -> s.line.getLength()));
    Set<Coordinate> fixed = new HashSet<>();
    for (Segment s : shortest) {
      Coordinate a = s.from();
      Coordinate b = s.to();
      if (a.equals2D(b) || fixed.contains(a) || fixed.contains(b)) {
        continue;
      }
      boolean first = weight.getOrDefault(a, 0) >= weight.getOrDefault(b, 0);
      moved.put(first ? b : a, first ? a : b);
      fixed.add(a);
      fixed.add(b);
    }
    List<Segment> result = new ArrayList<>();
    for (Segment s : segments) {
      List<Coordinate> c = new ArrayList<>(List.of(s.line.getCoordinates()));
      Coordinate from = moved.getOrDefault(s.from(), s.from());
      Coordinate to = moved.getOrDefault(s.to(), s.to());
      c.set(0, from);
      c.set(c.size() - 1, to);
      while (c.size() > 2
          && c.get(1).distance(from) < SHORTEST * 0.7
          && moved.containsKey(s.from())) {
        c.remove(1);
      }
      while (c.size() > 2
          && c.get(c.size() - 2).distance(to) < SHORTEST * 0.7
          && moved.containsKey(s.to())) {
        c.remove(c.size() - 2);
      }
      if (c.size() > 2 || !from.equals2D(to)) {
        result.add(new Segment(s.road, Shapes.line(c)));
      }
    }
    return result;
  }

  /** Opens faces too small or too thin to build on by taking away their least road. */
  private void dissolve() {
    for (int round = 0; round < 12; round++) {
      List<Polygon> small = new ArrayList<>();
      for (Polygon face : polygonize()) {
        double area = face.getArea();
        double thin = area / Math.max(1, face.getLength() * face.getLength());
        if (area < SMALLEST_FACE || thin < 0.014 && area < 40000) {
          small.add(face);
        }
      }
      if (small.isEmpty()) {
        return;
      }
      Map<String, Segment> sides = new HashMap<>();
      for (Segment s : segments) {
        Coordinate[] c = s.line.getCoordinates();
        for (int i = 1; i < c.length; i++) {
          sides.put(side(c[i - 1], c[i]), s);
        }
      }
      Set<Segment> gone = new HashSet<>();
      for (Polygon face : small) {
        Coordinate[] ring = face.getExteriorRing().getCoordinates();
        Segment least = null;
        boolean done = false;
        for (int i = 1; i < ring.length; i++) {
          Segment s = sides.get(side(ring[i - 1], ring[i]));
          if (s == null || s.road == null) {
            continue;
          }
          done |= gone.contains(s);
          if (least == null
              || s.rank() > least.rank()
              || s.rank() == least.rank() && s.line.getLength() > least.line.getLength()) {
            least = s;
          }
        }
        if (!done && least != null) {
          gone.add(least);
        }
      }
      if (gone.isEmpty()) {
        return;
      }
      segments.removeIf(gone::contains);
      prune();
    }
  }

  private static String side(Coordinate a, Coordinate b) {
    boolean forth = a.compareTo(b) < 0;
    Coordinate p = forth ? a : b;
    Coordinate q = forth ? b : a;
    return p.x + " " + p.y + " " + q.x + " " + q.y;
  }

  /** Keeps the largest connected part of the roads, and the limit. */
  private void keepLargest() {
    Map<Coordinate, Integer> part = new HashMap<>();
    Map<Coordinate, List<Segment>> nodes = nodes();
    Map<Integer, Double> lengths = new HashMap<>();
    int parts = 0;
    for (Coordinate start : nodes.keySet()) {
      if (part.containsKey(start)) {
        continue;
      }
      int id = parts++;
      ArrayDeque<Coordinate> open = new ArrayDeque<>(List.of(start));
      part.put(start, id);
      while (!open.isEmpty()) {
        Coordinate c = open.poll();
        for (Segment s : nodes.getOrDefault(c, List.of())) {
          if (s.road == null) {
            continue;
          }
          lengths.merge(id, s.line.getLength(), Double::sum);
          Coordinate other = s.from().equals2D(c) ? s.to() : s.from();
          if (part.putIfAbsent(other, id) == null) {
            open.add(other);
          }
        }
      }
    }
    int best = -1;
    for (Map.Entry<Integer, Double> e : lengths.entrySet()) {
      if (best < 0 || e.getValue() > lengths.getOrDefault(best, 0.0)) {
        best = e.getKey();
      }
    }
    int largest = best;
    segments.removeIf(s -> s.road != null && part.getOrDefault(s.from(), -1) != largest);
  }

  /** Joins segments of one road where nothing branches off. */
  private void mergeChains() {
    Map<Coordinate, List<Segment>> nodes = nodes();
    Set<Segment> done = new HashSet<>();
    List<Segment> merged = new ArrayList<>();
    for (Segment start : segments) {
      if (!done.add(start)) {
        continue;
      }
      ArrayDeque<Coordinate> course = new ArrayDeque<>(List.of(start.line.getCoordinates()));
      for (boolean forward : new boolean[] {true, false}) {
        while (true) {
          Coordinate end = forward ? course.peekLast() : course.peekFirst();
          List<Segment> at = nodes.getOrDefault(end, List.of());
          if (at.size() != 2 || at.get(0).road != at.get(1).road) {
            break;
          }
          Segment next = done.contains(at.get(0)) ? at.get(1) : at.get(0);
          if (!done.add(next)) {
            break;
          }
          Coordinate[] c = next.line.getCoordinates();
          boolean straight = c[0].equals2D(end);
          for (int i = 1; i < c.length; i++) {
            Coordinate add = straight ? c[i] : c[c.length - 1 - i];
            if (forward) {
              course.addLast(add);
            } else {
              course.addFirst(add);
            }
          }
        }
      }
      merged.add(new Segment(start.road, Shapes.line(List.copyOf(course))));
    }
    segments = merged;
  }

  private List<Polygon> polygonize() {
    Polygonizer polygonizer = new Polygonizer();
    for (Segment s : segments) {
      polygonizer.add(s.line);
    }
    List<Polygon> found = new ArrayList<>();
    for (Object p : polygonizer.getPolygons()) {
      found.add((Polygon) ((Polygon) p).norm());
    }
    found.sort(Comparator.comparing(p -> p.getEnvelopeInternal().centre()));
    return found;
  }
}
