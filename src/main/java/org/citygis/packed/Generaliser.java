package org.citygis.packed;

import org.jspecify.annotations.Nullable;

/**
 * Leaves of shapes what a zoom shows. Lines and outlines lose points that move them by less than a
 * quarter of a pixel; polygons below the area of a pixel become pixels of their class ({@link
 * PixelMosaic}), crowded points one point with their numbers ({@link PointCells}). A pixel is a
 * 512th of the side of a tile.
 *
 * <p>What is merged comes when {@link #finish} is called, or earlier where the shapes come along
 * the Hilbert curve.
 */
final class Generaliser implements ShapeVisitor {
  /** From here on a shape is drawn with all its points: a pixel is a metre or less. */
  static final int ALL = 16;

  /** From here on every point is shown. */
  private static final int ALL_POINTS = 13;

  private static final int UNITS_PER_PIXEL = 8;

  /** Pixels along the side of a cell of points. */
  private static final int CELL = 32;

  private final int zoom;
  private final double pixel;
  private final double tolerance;
  private final boolean[] ofClass;
  private final boolean ordered;
  private final ShapeVisitor next;
  private final PixelMosaic mosaic;
  private final PointCells cells;
  private final Simplifier simplifier = new Simplifier();
  private final Shape simple = new Shape();
  private final Measure measure = new Measure();

  /**
   * @param ofClass for each value of the shapes whether symbols depend on it
   * @param ordered whether the shapes come along the Hilbert curve
   */
  Generaliser(int zoom, boolean[] ofClass, boolean ordered, ShapeVisitor next) {
    this.zoom = zoom;
    this.ofClass = ofClass;
    this.ordered = ordered;
    this.next = next;
    pixel = WorldGrid.ofZoom(Math.min(zoom, ALL)).stepMetres() * UNITS_PER_PIXEL;
    tolerance = zoom == ALL - 1 ? pixel / 8 : pixel / 4;
    mosaic = new PixelMosaic(pixel, next);
    cells = new PointCells(pixel * CELL, ofClass, next);
  }

  @Override
  public void visit(Shape shape) {
    boolean whole =
        shape.isEmpty()
            || (shape.kind() == Shape.Kind.POINT
                ? zoom >= ALL_POINTS || shape.points() > 1
                : zoom >= ALL);
    if (whole) {
      next.visit(shape);
      return;
    }
    switch (shape.kind()) {
      case POINT -> cells.add(shape, ordered);
      case LINE -> line(shape);
      case POLYGON -> polygon(shape);
    }
  }

  /** Hands on what was merged. */
  void finish() {
    mosaic.flush();
    cells.flush();
  }

  private void line(Shape shape) {
    start(shape);
    for (int part = 0; part < shape.parts(); part++) {
      append(shape, part, false);
      simple.endPart(false);
    }
    next.visit(simple);
  }

  private void polygon(Shape shape) {
    measure.of(shape);
    if (measure.width() < 1.5 * pixel && measure.height() < 1.5 * pixel) {
      double area = Measure.area(shape);
      if (area < pixel * pixel) {
        mosaic.add(
            measure.middleX(), measure.middleY(), area, classOf(shape.values(), ofClass), ordered);
        return;
      }
    }
    start(shape);
    for (int part = 0; part < shape.parts(); part++) {
      if (!shape.isHole(part)
          || Measure.area(shape.xy(), shape.partStart(part), shape.partEnd(part))
              >= pixel * pixel) {
        append(shape, part, true);
        simple.endPart(shape.isHole(part));
      }
    }
    next.visit(simple);
  }

  private void start(Shape shape) {
    simple.clear(shape.kind());
    simple.of(shape.fid(), shape.values());
  }

  private void append(Shape shape, int part, boolean ring) {
    int from = shape.partStart(part);
    int to = shape.partEnd(part);
    simple.reserve(to - from);
    int at = simple.points();
    int kept = simplifier.simplify(shape.xy(), from, to, ring, tolerance, simple.xy(), at);
    // A ring thinner than the tolerance keeps its points: rounding decides whether it has an area.
    if (ring && kept < 3) {
      System.arraycopy(shape.xy(), 2 * from, simple.xy(), 2 * at, 2 * (to - from));
      kept = to - from;
    }
    simple.added(kept);
  }

  /** The values that a symbol depends on, null for all others. */
  static @Nullable Object[] classOf(@Nullable Object[] values, boolean[] ofClass) {
    @Nullable Object[] kept = new @Nullable Object[values.length];
    for (int i = 0; i < kept.length; i++) {
      if (ofClass[i]) {
        kept[i] = values[i];
      }
    }
    return kept;
  }
}
