package org.citygis.packed;

import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.citygis.geo.Reprojection;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * Carries positions of a layer's reference system into metres of EPSG:3857, many of one region.
 *
 * <p>The exact way (GeoTools, 180 ns a point for a Gauss-Kruger system) would cost more than all
 * the rest of a tile. Over a part of a city it is so smooth that a bicubic polynomial follows it
 * (10 ns a point). The region is divided into cells; each has a polynomial of its own, made when a
 * shape first needs it, compared with the exact way before it is used, and not used where it is off
 * by more than the tolerance or a shape reaches beyond the surroundings of the cell.
 */
final class MercatorProjection {
  /** How far a polynomial reaches beyond each side of its cell, in sides of the cell. */
  private static final double SURROUNDINGS = 0.5;

  /**
   * How far from the extent of a layer its reference system is still trusted. Single edits may add
   * features outside the extent that the layer was loaded with, but not that far.
   */
  private static final double REACH_METRES = 100_000;

  /** Larger cells would rarely be followed closely enough. */
  private static final double CELL_METRES = 20_000;

  private static final int MOST_CELLS = 64;

  private final Reprojection toMercator;
  private final double toleranceMetres;
  private final @Nullable Box nativeBox;
  private final int columns;
  private final int rows;
  private final @Nullable Bicubic[] cells;
  private final boolean[] tried;

  /**
   * @param extent of the layer in its reference system
   * @param region what will be read, in metres of EPSG:3857
   * @param toleranceMetres how far a position may be off, in metres of EPSG:3857
   */
  MercatorProjection(Crs crs, Box extent, Box region, double toleranceMetres) {
    this.toleranceMetres = toleranceMetres;
    toMercator = Reprojection.between(crs, Crs.WEB_MERCATOR);
    Box reach = toMercator.apply(extent).buffer(REACH_METRES);
    Envelope wanted = region.envelope().intersection(reach.envelope());
    nativeBox =
        wanted.isNull() ? null : Reprojection.between(Crs.WEB_MERCATOR, crs).apply(Box.of(wanted));
    columns = cells(wanted.getWidth());
    rows = cells(wanted.getHeight());
    cells = new @Nullable Bicubic[columns * rows];
    tried = new boolean[columns * rows];
  }

  private static int cells(double metres) {
    return Math.clamp((int) Math.ceil(metres / CELL_METRES), 1, MOST_CELLS);
  }

  /**
   * The region in the layer's reference system: what to ask the database for. Null when the layer
   * is far away, where its reference system may not even reach.
   */
  @Nullable Box nativeBox() {
    return nativeBox;
  }

  /**
   * Transforms {@code count} positions of one shape in place.
   *
   * @param xy x, y, x, y … in the layer's reference system, afterwards in metres of EPSG:3857
   */
  void apply(double[] xy, int count) {
    if (count == 0 || toMercator.isIdentity()) {
      return;
    }
    Bicubic cell = nativeBox == null ? null : cell(nativeBox, xy[0], xy[1]);
    if (cell == null || !cell.covers(xy, count)) {
      exact(xy, count);
    } else {
      cell.apply(xy, count);
    }
  }

  void exact(double[] xy, int count) {
    toMercator.apply(xy, count);
  }

  /** The polynomial around a position; null where none is close enough. */
  @Nullable Bicubic cell(Box box, double x, double y) {
    int column = Math.clamp((long) ((x - box.minX()) / box.width() * columns), 0, columns - 1);
    int row = Math.clamp((long) ((y - box.minY()) / box.height() * rows), 0, rows - 1);
    int index = row * columns + column;
    if (!tried[index]) {
      tried[index] = true;
      double width = box.width() / columns;
      double height = box.height() / rows;
      double minX = box.minX() + column * width;
      double minY = box.minY() + row * height;
      Box domain =
          new Box(
              minX - SURROUNDINGS * width,
              minY - SURROUNDINGS * height,
              minX + (1 + SURROUNDINGS) * width,
              minY + (1 + SURROUNDINGS) * height);
      Bicubic fitted = new Bicubic(domain, this::exact);
      cells[index] = fitted.worstError() <= toleranceMetres ? fitted : null;
    }
    return cells[index];
  }
}
