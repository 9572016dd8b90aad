package org.citygis.samplecity;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** A parcel's ground inside its setback, and what stands on it already. */
final class Ground {
  final Plot.Parcel parcel;
  final Geometry land;
  final PreparedGeometry inside;
  final Lots.Frame frame;
  final List<Polygon> built = new ArrayList<>();

  Ground(Plot.Parcel parcel, double setback) {
    this.parcel = parcel;
    land = parcel.shape.buffer(-setback, 1);
    inside = PreparedGeometryFactory.prepare(land);
    frame = Lots.Frame.of(land.isEmpty() ? parcel.shape : land);
  }

  /** Where a strip across the land, in the frame's own metres, lies wholly inside: from and to. */
  List<double[]> spans(Lots.Frame f, double low, double high) {
    double far = f.along() + 5;
    Geometry strip =
        Shapes.polygon(List.of(f.at(-far, low), f.at(far, low), f.at(far, high), f.at(-far, high)));
    List<double[]> spans = new ArrayList<>();
    double c = StrictMath.cos(f.angle());
    double s = StrictMath.sin(f.angle());
    for (Polygon part : Shapes.polygons(strip.intersection(land), 100)) {
      double from = -far;
      double to = far;
      double left = far;
      double right = -far;
      for (Coordinate k : part.getExteriorRing().getCoordinates()) {
        double u = (k.x - f.x()) * c + (k.y - f.y()) * s;
        left = Math.min(left, u);
        right = Math.max(right, u);
      }
      double centre = (left + right) / 2;
      for (Coordinate k : part.getExteriorRing().getCoordinates()) {
        double u = (k.x - f.x()) * c + (k.y - f.y()) * s;
        if (u < centre) {
          from = Math.max(from, u);
        } else {
          to = Math.min(to, u);
        }
      }
      if (to > from) {
        spans.add(new double[] {from, to});
      }
    }
    return spans;
  }

  boolean fits(Polygon shape) {
    if (!inside.covers(shape)) {
      return false;
    }
    for (Polygon b : built) {
      if (b.getEnvelopeInternal().intersects(shape.getEnvelopeInternal()) && b.intersects(shape)) {
        return false;
      }
    }
    return true;
  }
}
