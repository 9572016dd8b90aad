package org.citygis.versions;

import java.util.ArrayList;
import java.util.List;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Classed pieces of ground that are not the same in both versions; held in memory, so bounded. */
final class Ground {
  static final int MOST_PIECES = 300_000;
  private static final long MOST_POINTS = 4_000_000;

  /** A shape in the survey system with its class. */
  record Piece(Geometry shape, String kind) {}

  /** Told of ground that one version has in one class and the other in another. */
  interface Overlaps {
    void add(String from, String to, double squareMetres);
  }

  private final List<Piece> pieces = new ArrayList<>();
  private long points;

  void add(Geometry shape, String kind) {
    pieces.add(new Piece(shape, kind));
    points += shape.getNumPoints();
    if (pieces.size() > MOST_PIECES || points > MOST_POINTS) {
      throw new Problem.TooLarge(
          Text.of(
              "两个版本的差异过大，超过 %d 个图形或 %d 个顶点，无法计算用地转移。".formatted(MOST_PIECES, MOST_POINTS),
              "The versions differ in more than %d shapes or %d vertices; the land-use transfer cannot be computed."
                  .formatted(MOST_PIECES, MOST_POINTS)));
    }
  }

  int size() {
    return pieces.size();
  }

  /**
   * Lays this ground over that of the newer version.
   *
   * @param each called once per piece
   */
  void over(Ground newer, Overlaps overlaps, Runnable each) {
    STRtree tree = new STRtree();
    newer.pieces.forEach(piece -> tree.insert(piece.shape.getEnvelopeInternal(), piece));
    for (Piece piece : pieces) {
      each.run();
      List<?> near = tree.query(piece.shape.getEnvelopeInternal());
      if (near.isEmpty()) {
        continue;
      }
      PreparedGeometry prepared = PreparedGeometryFactory.prepare(piece.shape);
      for (Object found : near) {
        Piece other = (Piece) found;
        double area = common(prepared, other.shape);
        if (area > 0) {
          overlaps.add(piece.kind, other.kind, area);
        }
      }
    }
  }

  private static double common(PreparedGeometry a, Geometry b) {
    try {
      if (!a.intersects(b)) {
        return 0;
      }
      return a.covers(b) ? b.getArea() : overlay(a.getGeometry(), b);
    } catch (RuntimeException invalid) {
      return overlay(GeometryFixer.fix(a.getGeometry()), GeometryFixer.fix(b));
    }
  }

  private static double overlay(Geometry a, Geometry b) {
    return OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION).getArea();
  }
}
