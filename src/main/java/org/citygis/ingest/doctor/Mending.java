package org.citygis.ingest.doctor;

import org.citygis.ingest.source.Shape;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * What mending one shape would do.
 *
 * @param areaBefore square metres, NaN where they cannot be told
 */
record Mending(Repair repair, double areaBefore, double areaAfter) {

  static Mending of(Geometry geometry, AreaMeasure areas) {
    double before = areas.squareMetres(geometry);
    try {
      Geometry fixed = GeometryFixer.fix(geometry);
      if (fixed.isEmpty()) {
        return new Mending(Repair.LOST, before, Double.NaN);
      }
      boolean same = Shape.of(fixed).geometry().equals(Shape.of(geometry).geometry());
      return new Mending(
          same ? Repair.FIXED : Repair.TYPE_CHANGED, before, areas.squareMetres(fixed));
    } catch (RuntimeException overwhelmed) {
      // Coordinates of absurd size make the operation fail.
      return new Mending(Repair.LOST, before, Double.NaN);
    }
  }

  @Nullable Double areaChange() {
    double change = areaAfter - areaBefore;
    return Double.isFinite(change) ? Double.valueOf(change) : null;
  }
}
