package org.citygis.maps.draw;

import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;
import org.citygis.packed.Shape;

/** Lines moved to their side, and the places of marks that are strung along lines. */
final class Sideways {
  private Sideways() {}

  /**
   * Adds a copy of a line, moved.
   *
   * @param by pixels to the left of the line's direction
   */
  static void addShifted(Shape shape, double by, Frame frame, Path2D path) {
    for (int part = 0; part < shape.parts(); part++) {
      int from = shape.partStart(part);
      int to = shape.partEnd(part);
      if (to - from < 2 || !frame.isTouched(shape.xy(), from, to)) {
        continue;
      }
      for (int i = from; i < to; i++) {
        int before = Math.max(from, i - 1);
        int after = Math.min(to - 1, i + 1);
        double dx = shape.xy()[2 * after] - shape.xy()[2 * before];
        double dy = shape.xy()[2 * after + 1] - shape.xy()[2 * before + 1];
        double length = Math.max(1e-9, Math.hypot(dx, dy));
        double x = shape.xy()[2 * i] + by * dy / length;
        double y = shape.xy()[2 * i + 1] - by * dx / length;
        if (i == from) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
    }
  }

  /**
   * Adds a mark for each period of the stroke's dash, in the middle of it.
   *
   * @param closed whether parts are rings
   */
  static void addBeads(Shape shape, boolean closed, Pen pen, Stamp bead, Frame frame, Batch batch) {
    double sum = pen.dash().stream().mapToDouble(Double::doubleValue).sum();
    double period = Math.max(1, sum > 0 ? sum : 2 * bead.size());
    for (int part = 0; part < shape.parts(); part++) {
      int from = shape.partStart(part);
      int to = shape.partEnd(part);
      double[] line = Arrays.copyOfRange(shape.xy(), 2 * from, 2 * to + (closed ? 2 : 0));
      if (closed) {
        line[line.length - 2] = line[0];
        line[line.length - 1] = line[1];
      }
      beads(line, period, frame, batch);
    }
  }

  private static void beads(double[] line, double period, Frame frame, Batch batch) {
    double next = period / 2;
    double walked = 0;
    for (int i = 2; i < line.length; i += 2) {
      double dx = line[i] - line[i - 2];
      double dy = line[i + 1] - line[i - 1];
      double length = Math.hypot(dx, dy);
      boolean seen = frame.isTouched(line, i / 2 - 1, i / 2 + 1);
      if (!seen || !(length < 1e6)) {
        // Far outside, or a segment across a whole country: its marks are counted, not set.
        next += Math.max(0, Math.ceil((walked + length - next) / period)) * period;
      } else {
        double angle = Math.atan2(dy, dx);
        for (; next < walked + length; next += period) {
          double share = (next - walked) / length;
          batch.addPlace(line[i - 2] + share * dx, line[i - 1] + share * dy, angle);
        }
      }
      walked += length;
    }
  }

  /**
   * The outline of an area, farther out or in.
   *
   * @param by pixels to the outside
   */
  static java.awt.Shape grown(java.awt.Shape area, double by) {
    BasicStroke band =
        new BasicStroke((float) (2 * Math.abs(by)), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    Area grown = new Area(area);
    Area rim = new Area(band.createStrokedShape(area));
    if (by > 0) {
      grown.add(rim);
    } else {
      grown.subtract(rim);
    }
    PathIterator outline = grown.getPathIterator(null);
    Path2D path = new Path2D.Double();
    path.append(outline, false);
    return path;
  }
}
