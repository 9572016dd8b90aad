package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/** Divides land: across its longer side, again and again, until the pieces have the wanted size. */
final class Lots {
  private Lots() {}

  /**
   * @param size the wanted area in square metres; pieces vary about it
   * @return pieces that cover the land; where three meet, edges may miss one another by a grid step
   *     until {@link #coverage} has drawn them together
   */
  static List<Polygon> split(Polygon land, double size, Dice dice) {
    List<Polygon> pieces = new ArrayList<>();
    split(land, size, dice, pieces, 0);
    return pieces;
  }

  private static void split(Polygon land, double size, Dice dice, List<Polygon> pieces, int depth) {
    if (land.getArea() < size * dice.between(1.25, 1.9) || depth > 14) {
      pieces.add(land);
      return;
    }
    Frame frame = Frame.of(land);
    double at = frame.along * dice.between(-0.1, 0.1);
    double far = 4 * (frame.along + frame.across);
    for (int side = -1; side <= 1; side += 2) {
      Polygon half =
          Shapes.polygon(
              List.of(
                  frame.at(at, -far), frame.at(at + side * far, -far),
                  frame.at(at + side * far, far), frame.at(at, far)));
      for (Polygon piece : Shapes.polygons(Shapes.common(land, half), 1)) {
        split(piece, size, dice, pieces, depth + 1);
      }
    }
  }

  /** The smallest rectangle about a shape: its centre, its half sides and how it is turned. */
  record Frame(double x, double y, double along, double across, double angle) {
    static Frame of(Geometry shape) {
      Coordinate[] c = MinimumDiameter.getMinimumRectangle(shape).getCoordinates();
      if (c.length < 4) {
        Coordinate centre = shape.getEnvelopeInternal().centre();
        return new Frame(centre.x, centre.y, 1, 1, 0);
      }
      double a = c[0].distance(c[1]);
      double b = c[1].distance(c[2]);
      int i = a >= b ? 0 : 1;
      double angle = StrictMath.atan2(c[i + 1].y - c[i].y, c[i + 1].x - c[i].x);
      return new Frame(
          (c[0].x + c[2].x) / 2,
          (c[0].y + c[2].y) / 2,
          Math.max(a, b) / 2,
          Math.min(a, b) / 2,
          angle);
    }

    /** The place {@code u} metres along and {@code v} metres across from the centre. */
    Coordinate at(double u, double v) {
      double c = StrictMath.cos(angle);
      double s = StrictMath.sin(angle);
      return new Coordinate(x + u * c - v * s, y + u * s + v * c);
    }

    Frame turned() {
      return new Frame(x, y, across, along, angle + StrictMath.PI / 2);
    }
  }

  /**
   * Draws pieces together so that neighbours share their edges node by node.
   *
   * @return for each given piece its exact shape, which may be empty when the piece was a sliver
   */
  @SuppressWarnings("unchecked")
  static List<List<Polygon>> coverage(List<Polygon> pieces) {
    List<List<Polygon>> result = new ArrayList<>();
    if (pieces.size() == 1) {
      result.add(pieces);
      return result;
    }
    STRtree corners = new STRtree();
    for (Polygon p : pieces) {
      for (Coordinate c : p.getCoordinates()) {
        corners.insert(new Envelope(c), c);
      }
    }
    List<NodedSegmentString> lines = new ArrayList<>();
    for (Polygon p : pieces) {
      lines.add(bent(p.getExteriorRing(), corners));
      for (int i = 0; i < p.getNumInteriorRing(); i++) {
        lines.add(bent(p.getInteriorRingN(i), corners));
      }
    }
    SnapRoundingNoder noder = new SnapRoundingNoder(Shapes.PRECISION);
    noder.computeNodes(lines);
    Polygonizer polygonizer = new Polygonizer();
    Set<String> seen = new HashSet<>();
    for (SegmentString s : (Collection<SegmentString>) noder.getNodedSubstrings()) {
      Coordinate[] c = s.getCoordinates();
      for (int i = 1; i < c.length; i++) {
        if (!c[i].equals2D(c[i - 1]) && seen.add(side(c[i - 1], c[i]))) {
          polygonizer.add(Shapes.FACTORY.createLineString(new Coordinate[] {c[i - 1], c[i]}));
        }
      }
    }
    List<IndexedPointInAreaLocator> inside = new ArrayList<>();
    for (Polygon p : pieces) {
      inside.add(new IndexedPointInAreaLocator(p));
      result.add(new ArrayList<>());
    }
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      faces.add((Polygon) ((Polygon) face).norm());
    }
    faces.sort(Comparator.comparing(f -> f.getEnvelopeInternal().centre()));
    for (Polygon face : faces) {
      Coordinate within = face.getInteriorPoint().getCoordinate();
      for (int i = 0; i < pieces.size(); i++) {
        if (pieces.get(i).getEnvelopeInternal().contains(within)
            && inside.get(i).locate(within) == Location.INTERIOR) {
          result.get(i).add(face);
          break;
        }
      }
    }
    return result;
  }

  /** The ring led through every corner of a neighbour that lies on it but for a grid step. */
  private static NodedSegmentString bent(LineString ring, STRtree corners) {
    Coordinate[] c = ring.getCoordinates();
    List<Coordinate> through = new ArrayList<>(List.of(c[0]));
    for (int i = 1; i < c.length; i++) {
      LineSegment side = new LineSegment(c[i - 1], c[i]);
      Envelope box = new Envelope(c[i - 1], c[i]);
      box.expandBy(2 / Shapes.GRID);
      List<Coordinate> between = new ArrayList<>();
      for (Object o : corners.query(box)) {
        Coordinate k = (Coordinate) o;
        double share = side.projectionFactor(k);
        if (share > 0
            && share < 1
            && side.distance(k) < 2 / Shapes.GRID
            && !k.equals2D(c[i - 1])
            && !k.equals2D(c[i])) {
          between.add(k);
        }
      }
      between.sort(Comparator.comparingDouble(k -> k.distance(side.p0)));
      through.addAll(between);
      through.add(c[i]);
    }
    return new NodedSegmentString(
        new CoordinateList(through.toArray(Coordinate[]::new), false).toCoordinateArray(), null);
  }

  private static String side(Coordinate a, Coordinate b) {
    boolean forth = a.compareTo(b) < 0;
    Coordinate p = forth ? a : b;
    Coordinate q = forth ? b : a;
    return p.x + " " + p.y + " " + q.x + " " + q.y;
  }
}
