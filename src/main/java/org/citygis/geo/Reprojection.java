package org.citygis.geo;

import java.util.concurrent.ConcurrentHashMap;
import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.geometry.jts.GeometryCoordinateSequenceTransformer;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Carries coordinates from one reference system to another; x is easting or longitude on both
 * sides. Thread-safe.
 */
public final class Reprojection {
  private record Pair(Crs from, Crs to) {}

  private static final ConcurrentHashMap<Pair, Reprojection> KNOWN = new ConcurrentHashMap<>();

  private final Crs to;
  private final MathTransform transform;

  private Reprojection(Crs from, Crs to) {
    this.to = to;
    try {
      // Lenient: the register has no datum shift from CGCS2000 to WGS 84, which agree within
      // centimetres.
      this.transform = CRS.findMathTransform(from.geotools(), to.geotools(), true);
    } catch (FactoryException e) {
      throw new Problem.Invalid(
          Text.of(
              "无法从 %s 转换到 %s。".formatted(from, to),
              "There is no transformation from %s to %s.".formatted(from, to)));
    }
  }

  public static Reprojection between(Crs from, Crs to) {
    return KNOWN.computeIfAbsent(new Pair(from, to), pair -> new Reprojection(pair.from, pair.to));
  }

  public boolean isIdentity() {
    return transform.isIdentity();
  }

  /**
   * Transforms {@code count} positions in place.
   *
   * @param xy x, y, x, y …
   */
  public void apply(double[] xy, int count) {
    if (transform.isIdentity()) {
      return;
    }
    try {
      transform.transform(xy, 0, xy, 0, count);
    } catch (TransformException | IllegalArgumentException e) {
      // GeoTools fails with the latter while it words the former for an absurdly large angle.
      throw outside(e);
    }
  }

  public Coordinate apply(double x, double y) {
    double[] xy = {x, y};
    apply(xy, 1);
    return new Coordinate(xy[0], xy[1]);
  }

  /** A new geometry with the SRID of the target; z and m are carried along unchanged. */
  public Geometry apply(Geometry geometry) {
    try {
      Geometry result;
      if (transform.isIdentity()) {
        result = geometry.copy();
      } else {
        GeometryCoordinateSequenceTransformer transformer =
            new GeometryCoordinateSequenceTransformer();
        transformer.setMathTransform(transform);
        result = transformer.transform(geometry);
      }
      result.setSRID(to.srid());
      return result;
    } catch (TransformException | IllegalArgumentException e) {
      throw outside(e);
    }
  }

  /** The box around the transformed outline. */
  public Box apply(Box box) {
    int steps = 16;
    double[] xy = new double[8 * steps];
    for (int i = 0; i < steps; i++) {
      double t = (double) i / steps;
      put(xy, i, box.minX() + t * box.width(), box.minY());
      put(xy, steps + i, box.maxX(), box.minY() + t * box.height());
      put(xy, 2 * steps + i, box.maxX() - t * box.width(), box.maxY());
      put(xy, 3 * steps + i, box.minX(), box.maxY() - t * box.height());
    }
    apply(xy, 4 * steps);
    double minX = Double.POSITIVE_INFINITY;
    double minY = Double.POSITIVE_INFINITY;
    double maxX = Double.NEGATIVE_INFINITY;
    double maxY = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < xy.length; i += 2) {
      minX = Math.min(minX, xy[i]);
      maxX = Math.max(maxX, xy[i]);
      minY = Math.min(minY, xy[i + 1]);
      maxY = Math.max(maxY, xy[i + 1]);
    }
    if (!(maxX - minX < Double.POSITIVE_INFINITY && maxY - minY < Double.POSITIVE_INFINITY)) {
      throw outside(null);
    }
    return new Box(minX, minY, maxX, maxY);
  }

  private static void put(double[] xy, int index, double x, double y) {
    xy[2 * index] = x;
    xy[2 * index + 1] = y;
  }

  private Problem.Invalid outside(@Nullable Exception cause) {
    Problem.Invalid problem =
        new Problem.Invalid(
            Text.of(
                "坐标超出 %s 的适用范围。".formatted(to),
                "A coordinate is outside the area that %s can express.".formatted(to)));
    if (cause != null) {
      problem.initCause(cause);
    }
    return problem;
  }
}
