package org.citygis.tiles;

import java.util.Arrays;
import java.util.List;
import org.citygis.geo.SegmentClip;
import org.citygis.geo.TileCoord;
import org.citygis.packed.Cluster;
import org.citygis.packed.Shape;
import org.jspecify.annotations.Nullable;

/** Cuts one tile of one layer from shapes. Used once, by one thread. */
final class TileCutter {
  private final TileGrid grid;
  private final MvtLayer layer;
  private final Clipper clipper = new Clipper();
  private final GeometryCommands commands = new GeometryCommands();
  private final double[] segment = new double[4];
  private double[] part = new double[512];
  private double[] piece = new double[512];
  private double minX;
  private double minY;
  private double maxX;
  private double maxY;

  /**
   * @param name the name of the layer in the tile
   * @param fields the names of the properties
   */
  TileCutter(TileGrid grid, String name, List<String> fields) {
    this.grid = grid;
    layer = new MvtLayer(name, fields);
  }

  TileCutter(TileCoord tile, String name, List<String> fields) {
    this(TileGrid.of(tile), name, fields);
  }

  /**
   * Adds a shape; one that does not touch the tile leaves no trace.
   *
   * @param shape in metres of EPSG:3857, with a value for each field; its coordinates are changed
   *     to tile units
   */
  void add(Shape shape) {
    grid.toUnits(shape.xy(), shape.points());
    measure(shape.xy(), 0, shape.points());
    if (shape.isEmpty() || !touches()) {
      return;
    }
    commands.clear();
    switch (shape.kind()) {
      case POINT -> points(shape);
      case LINE -> lines(shape);
      case POLYGON -> polygons(shape);
    }
    if (commands.isEmpty()) {
      return;
    }
    Cluster cluster = shape.cluster();
    if (cluster != null) {
      layer.addCluster(commands.buffer(), shape.values(), cluster);
    } else if (shape.fid() == Shape.MERGED) {
      layer.addBelow(shape.kind(), commands.buffer(), shape.values());
    } else {
      layer.add(shape.fid(), shape.kind(), commands.buffer(), shape.values());
    }
  }

  /** The finished tile, or null when nothing is in it. */
  byte @Nullable [] toTile() {
    return layer.isEmpty() ? null : layer.toTile();
  }

  private void points(Shape shape) {
    int count = 0;
    double[] xy = shape.xy();
    for (int i = 0; i < shape.points(); i++) {
      double x = xy[2 * i];
      double y = xy[2 * i + 1];
      if (x >= Tile.MIN && x <= Tile.MAX && y >= Tile.MIN && y <= Tile.MAX) {
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

  private void lines(Shape shape) {
    boolean inside = isInside();
    for (int i = 0; i < shape.parts(); i++) {
      int count = copy(shape, i);
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
      if (!SegmentClip.clip(segment, Tile.MIN, Tile.MIN, Tile.MAX, Tile.MAX)) {
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
    boolean allInside = isInside();
    boolean outerWritten = false;
    for (int i = 0; i < shape.parts(); i++) {
      boolean hole = shape.isHole(i);
      if (hole && !outerWritten) {
        continue;
      }
      boolean written = false;
      if (!allInside) {
        measure(shape.xy(), shape.partStart(i), shape.partEnd(i));
      }
      if (allInside || touches()) {
        int count = copy(shape, i);
        double[] ring = part;
        if (!allInside && !isInside()) {
          count = clipper.clipRing(part, count);
          ring = clipper.ring();
        }
        written = commands.ring(ring, count, hole);
      }
      if (!hole) {
        outerWritten = written;
      }
    }
  }

  private int copy(Shape shape, int index) {
    int from = shape.partStart(index);
    int count = shape.partEnd(index) - from;
    part = withRoom(part, count);
    System.arraycopy(shape.xy(), 2 * from, part, 0, 2 * count);
    return count;
  }

  private void measure(double[] xy, int from, int to) {
    minX = Double.POSITIVE_INFINITY;
    minY = Double.POSITIVE_INFINITY;
    maxX = Double.NEGATIVE_INFINITY;
    maxY = Double.NEGATIVE_INFINITY;
    for (int i = 2 * from; i < 2 * to; i += 2) {
      minX = Math.min(minX, xy[i]);
      maxX = Math.max(maxX, xy[i]);
      minY = Math.min(minY, xy[i + 1]);
      maxY = Math.max(maxY, xy[i + 1]);
    }
  }

  /** Written so that a coordinate which is not a number fails it. */
  private boolean touches() {
    return minX <= Tile.MAX && maxX >= Tile.MIN && minY <= Tile.MAX && maxY >= Tile.MIN;
  }

  private boolean isInside() {
    return minX >= Tile.MIN && maxX <= Tile.MAX && minY >= Tile.MIN && maxY <= Tile.MAX;
  }

  private static double[] withRoom(double[] array, int points) {
    return array.length < 2 * points ? Arrays.copyOf(array, 4 * points) : array;
  }
}
