package org.citygis.tiles;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citygis.geo.TileCoord;
import org.citygis.packed.Shape;
import org.jspecify.annotations.Nullable;

/** Cuts one tile of one layer from shapes. Used once, by one thread. */
final class TileCutter {
  private record Place(long column, long row, List<@Nullable Object> symbolClass) {}

  private final double west;
  private final double north;
  private final double unitsPerMetre;
  private final Detail detail;
  private final boolean[] ofClass;
  private final MvtLayer layer;
  private final Simplifier simplifier = new Simplifier();
  private final Clipper clipper = new Clipper();
  private final GeometryCommands commands = new GeometryCommands();
  private final Set<Place> taken = new HashSet<>();
  private final double[] segment = new double[4];
  private @Nullable PixelMosaic mosaic;
  private double[] part = new double[512];
  private double[] piece = new double[512];
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;

  /**
   * @param name the name of the layer in the tile
   * @param fields the names of the properties
   * @param classFields those of them that the layer's symbols depend on
   */
  TileCutter(
      TileCoord tile, Detail detail, String name, List<String> fields, Set<String> classFields) {
    west = tile.mercator().minX();
    north = tile.mercator().maxY();
    unitsPerMetre = Tile.EXTENT / tile.size();
    this.detail = detail;
    layer = new MvtLayer(name, fields);
    ofClass = new boolean[fields.size()];
    for (int i = 0; i < ofClass.length; i++) {
      ofClass[i] = classFields.contains(fields.get(i));
    }
  }

  /**
   * Adds a shape; one that does not touch the tile leaves no trace.
   *
   * @param shape in metres of EPSG:3857, with a value for each field; its coordinates are changed
   *     to tile units
   */
  void add(Shape shape) {
    double[] xy = shape.xy();
    for (int i = 0; i < 2 * shape.points(); i += 2) {
      xy[i] = (xy[i] - west) * unitsPerMetre;
      xy[i + 1] = (north - xy[i + 1]) * unitsPerMetre;
    }
    measure(shape);
    // Written so that a coordinate which is not a number fails it.
    boolean touches = minX <= Tile.MAX && maxX >= Tile.MIN && minY <= Tile.MAX && maxY >= Tile.MIN;
    if (shape.isEmpty() || !touches) {
      return;
    }
    commands.clear();
    switch (shape.kind()) {
      case POINT -> points(shape);
      case LINE -> lines(shape);
      case POLYGON -> polygons(shape);
    }
    if (!commands.isEmpty()) {
      layer.add(shape.fid(), shape.kind(), commands.buffer(), shape.values());
    }
  }

  /** The finished tile, or null when nothing is in it. */
  byte @Nullable [] toTile() {
    if (mosaic != null) {
      mosaic.writeTo(layer);
    }
    return layer.isEmpty() ? null : layer.toTile();
  }

  private void points(Shape shape) {
    int count = 0;
    for (int i = 0; i < shape.points(); i++) {
      double x = shape.xy()[2 * i];
      double y = shape.xy()[2 * i + 1];
      if (x >= Tile.MIN
          && x <= Tile.MAX
          && y >= Tile.MIN
          && y <= Tile.MAX
          && isFree(x, y, shape.values())) {
        part = withRoom(part, count + 1);
        part[2 * count] = x;
        part[2 * count + 1] = y;
        count++;
      }
    }
    if (count > 0) {
      commands.points(part, count);
    }
  }

  private boolean isFree(double x, double y, @Nullable Object[] properties) {
    if (detail.spacing() == 0) {
      return true;
    }
    long column = (long) Math.floor(x / detail.spacing());
    long row = (long) Math.floor(y / detail.spacing());
    return taken.add(new Place(column, row, Arrays.asList(classOf(properties))));
  }

  private void lines(Shape shape) {
    boolean inside = isInside();
    for (int i = 0; i < shape.parts(); i++) {
      int count = simplified(shape, i, false);
      if (inside) {
        commands.line(part, count);
      } else {
        cutLine(count);
      }
    }
  }

  private void cutLine(int count) {
    piece = withRoom(piece, count);
    int length = 0;
    for (int i = 0; i + 1 < count; i++) {
      System.arraycopy(part, 2 * i, segment, 0, 4);
      if (!Clipper.clipSegment(segment)) {
        continue;
      }
      boolean continues =
          length > 0 && segment[0] == piece[2 * length - 2] && segment[1] == piece[2 * length - 1];
      if (!continues) {
        commands.line(piece, length);
        piece[0] = segment[0];
        piece[1] = segment[1];
        length = 1;
      }
      piece[2 * length] = segment[2];
      piece[2 * length + 1] = segment[3];
      length++;
    }
    commands.line(piece, length);
  }

  private void polygons(Shape shape) {
    if (detail.mosaic() && isSmall()) {
      double area = area(shape);
      if (area < Tile.PIXEL * Tile.PIXEL) {
        if (mosaic == null) {
          mosaic = new PixelMosaic();
        }
        mosaic.add((minX + maxX) / 2, (minY + maxY) / 2, area, classOf(shape.values()));
        return;
      }
    }
    boolean inside = isInside();
    boolean outerWritten = false;
    for (int i = 0; i < shape.parts(); i++) {
      boolean hole = shape.isHole(i);
      if (hole && !outerWritten) {
        continue;
      }
      int count = simplified(shape, i, true);
      if (hole && detail.tolerance() > 0 && area(part, 0, count) < Tile.PIXEL * Tile.PIXEL) {
        continue;
      }
      double[] ring = part;
      if (!inside) {
        count = clipper.clipRing(part, count);
        ring = clipper.ring();
      }
      boolean written = commands.ring(ring, count, hole);
      if (!hole) {
        outerWritten = written;
      }
    }
  }

  /** Copies a part without the points that this zoom does not show. */
  private int simplified(Shape shape, int index, boolean ring) {
    int from = shape.partStart(index);
    int to = shape.partEnd(index);
    int count = to - from;
    part = withRoom(part, count);
    if (detail.tolerance() > 0) {
      int kept = simplifier.simplify(shape.xy(), from, to, ring, detail.tolerance(), part);
      // A ring thinner than the tolerance keeps its points: rounding decides whether it has an
      // area.
      if (!ring || kept > 2) {
        return kept;
      }
    }
    System.arraycopy(shape.xy(), 2 * from, part, 0, 2 * count);
    return count;
  }

  private void measure(Shape shape) {
    minX = Double.POSITIVE_INFINITY;
    minY = Double.POSITIVE_INFINITY;
    maxX = Double.NEGATIVE_INFINITY;
    maxY = Double.NEGATIVE_INFINITY;
    double[] xy = shape.xy();
    for (int i = 0; i < 2 * shape.points(); i += 2) {
      minX = Math.min(minX, xy[i]);
      maxX = Math.max(maxX, xy[i]);
      minY = Math.min(minY, xy[i + 1]);
      maxY = Math.max(maxY, xy[i + 1]);
    }
  }

  /**
   * Whether the shape fits into a pixel and a half each way, as one of less than a pixel's area may
   * just do.
   */
  private boolean isSmall() {
    return maxX - minX < 1.5 * Tile.PIXEL && maxY - minY < 1.5 * Tile.PIXEL;
  }

  /** The area of all rings, holes taken off, in square tile units. */
  private double area(Shape shape) {
    double area = 0;
    for (int i = 0; i < shape.parts(); i++) {
      double ring = area(shape.xy(), shape.partStart(i), shape.partEnd(i));
      area += shape.isHole(i) ? -ring : ring;
    }
    return area;
  }

  private boolean isInside() {
    return minX >= Tile.MIN && maxX <= Tile.MAX && minY >= Tile.MIN && maxY <= Tile.MAX;
  }

  private @Nullable Object[] classOf(@Nullable Object[] properties) {
    @Nullable Object[] kept = new @Nullable Object[properties.length];
    for (int i = 0; i < kept.length; i++) {
      if (ofClass[i]) {
        kept[i] = properties[i];
      }
    }
    return kept;
  }

  private static double area(double[] xy, int from, int to) {
    double twice = 0;
    for (int i = from, j = to - 1; i < to; j = i++) {
      twice += xy[2 * j] * xy[2 * i + 1] - xy[2 * i] * xy[2 * j + 1];
    }
    return Math.abs(twice) / 2;
  }

  private static double[] withRoom(double[] array, int points) {
    return array.length < 2 * points ? Arrays.copyOf(array, 4 * points) : array;
  }
}
