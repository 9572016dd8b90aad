package org.citygis.features.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citygis.geo.Crs;
import org.citygis.geo.PositionEdit;
import org.citygis.geo.Reprojection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;

/**
 * Gives vertices that were not moved the very coordinates that they were surveyed with. A client
 * gets them transformed and rounded; taken from there they would creep by millimetres with every
 * edit, and areas with them.
 */
final class KeptVertices {
  /** In units of the last digit: half a unit of rounding, and what a fast transformation is off. */
  private static final double NEAR = 0.75;

  private record Cell(long x, long y) {}

  /**
   * @param sentX where it is written, in units of the last digit, not rounded
   */
  private record Vertex(double sentX, double sentY, Coordinate own) {}

  private final double scale;
  private final Map<Cell, List<Vertex>> surveyed = new HashMap<>();

  /**
   * @param stored the shape as it is, null where there is none
   * @param system of the stored shape
   * @param wire the system that the client writes in
   */
  KeptVertices(@Nullable Geometry stored, Crs system, Crs wire) {
    // As many digits as positions are written with.
    scale = wire.isGeographic() ? 1e7 : 1e3;
    if (stored == null || stored.isEmpty()) {
      return;
    }
    Coordinate[] own = stored.getCoordinates();
    Coordinate[] sent = Reprojection.between(system, wire).apply(stored).getCoordinates();
    for (int i = 0; i < own.length; i++) {
      Vertex vertex = new Vertex(sent[i].x * scale, sent[i].y * scale, own[i]);
      surveyed
          .computeIfAbsent(cell(vertex.sentX, vertex.sentY), cell -> new ArrayList<>(1))
          .add(vertex);
    }
  }

  /**
   * Puts the surveyed coordinates into the shape, in place.
   *
   * @param sent the same shape as the client wrote it, x easting or longitude
   */
  void restore(Geometry shape, Geometry sent) {
    if (surveyed.isEmpty()) {
      return;
    }
    Coordinate[] written = sent.getCoordinates();
    shape.apply(
        new PositionEdit() {
          private int next;

          @Override
          public void filter(CoordinateSequence positions, int i) {
            Coordinate own = find(written[next++]);
            if (own != null) {
              positions.setOrdinate(i, CoordinateSequence.X, own.x);
              positions.setOrdinate(i, CoordinateSequence.Y, own.y);
            }
          }
        });
  }

  /** The surveyed place of what was written, null where nothing surveyed is as near. */
  private @Nullable Coordinate find(Coordinate written) {
    double x = written.x * scale;
    double y = written.y * scale;
    Cell around = cell(x, y);
    Coordinate nearest = null;
    double least = NEAR;
    for (long i = -1; i <= 1; i++) {
      for (long j = -1; j <= 1; j++) {
        for (Vertex vertex :
            surveyed.getOrDefault(new Cell(around.x + i, around.y + j), List.of())) {
          double off = Math.max(Math.abs(vertex.sentX - x), Math.abs(vertex.sentY - y));
          if (off < least) {
            least = off;
            nearest = vertex.own;
          }
        }
      }
    }
    return nearest;
  }

  private static Cell cell(double x, double y) {
    return new Cell(Math.round(x), Math.round(y));
  }
}
