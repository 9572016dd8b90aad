package org.citygis.ingest.doctor;

import javax.measure.UnitConverter;
import org.citygis.geo.Crs;
import org.citygis.geo.Geodesic;
import org.citygis.geo.Reprojection;
import org.citygis.problem.Problem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import si.uom.SI;

/**
 * Areas in square metres: in the plane of the layer's projection, which is how land is registered;
 * on the ellipsoid for degrees and for Mercator, whose plane stretches with the latitude.
 */
final class AreaMeasure {
  private final @Nullable Crs crs;
  private final double metres;
  private final boolean plane;

  AreaMeasure(@Nullable Crs crs) {
    this.crs = crs;
    ProjectedCRS projected =
        crs != null && crs.geotools() instanceof ProjectedCRS system ? system : null;
    this.plane = projected != null && keepsAreas(projected);
    this.metres = projected == null ? (crs == null ? Double.NaN : 1) : unit(projected);
  }

  private static boolean keepsAreas(ProjectedCRS projected) {
    String method = projected.getConversionFromBase().getMethod().getName().getCode();
    return !method.contains("Mercator")
        || method.contains("Transverse")
        || method.contains("Oblique");
  }

  private static double unit(ProjectedCRS projected) {
    try {
      UnitConverter converter =
          projected.getCoordinateSystem().getAxis(0).getUnit().getConverterToAny(SI.METRE);
      return converter.convert(1.0);
    } catch (javax.measure.IncommensurableException e) {
      throw new IllegalStateException("a projected system that is not measured in lengths", e);
    }
  }

  boolean isKnown() {
    return crs != null;
  }

  boolean isDegrees() {
    return crs != null && crs.isGeographic();
  }

  /** Metres per unit of length as {@link ShapeMeasure} counts; NaN where no system is known. */
  double metresPerUnit() {
    return metres;
  }

  /** NaN where it cannot be told. */
  double squareMetres(Geometry geometry) {
    if (crs == null) {
      return Double.NaN;
    }
    try {
      return plane
          ? geometry.getArea() * metres * metres
          : Geodesic.areaSquareMetres(Reprojection.between(crs, Crs.CRS84).apply(geometry));
    } catch (Problem.Invalid outside) {
      return Double.NaN;
    }
  }
}
