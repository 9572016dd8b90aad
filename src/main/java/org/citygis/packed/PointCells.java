package org.citygis.packed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Points by square cells of the map: few points of a cell stay themselves, many become one that
 * tells their number and how many there are of each class, and looks like the largest of these.
 */
final class PointCells {
  /** From this many on the symbols of a cell would only hide each other. */
  private static final int CLUSTER = 4;

  private static final int MOST_CLASSES = 12;

  private static final Comparator<Map.Entry<List<@Nullable Object>, Integer>> LARGEST_FIRST =
      Comparator.<Map.Entry<List<@Nullable Object>, Integer>>comparingInt(e -> -e.getValue())
          .thenComparing(e -> e.getKey().toString());

  private record Cell(long column, long row) {}

  private record Kept(long fid, double x, double y, @Nullable Object[] values) {}

  private static final class Points {
    final List<Kept> first = new ArrayList<>();
    final Map<List<@Nullable Object>, Integer> classes = new HashMap<>();
    double sumX;
    double sumY;
    int count;
  }

  private final Map<Cell, Points> cells = new LinkedHashMap<>();
  private final double side;
  private final boolean[] ofClass;
  private final ShapeVisitor next;
  private final Shape shape = new Shape();

  /**
   * @param side of a cell, in metres of EPSG:3857
   * @param ofClass for each value whether symbols depend on it
   */
  PointCells(double side, boolean[] ofClass, ShapeVisitor next) {
    this.side = side;
    this.ofClass = ofClass;
    this.next = next;
  }

  /**
   * @param ordered whether a cell is complete as soon as the next one begins
   */
  void add(Shape point, boolean ordered) {
    double x = point.xy()[0];
    double y = point.xy()[1];
    Cell cell = new Cell((long) Math.floor(x / side), (long) Math.floor(y / side));
    Points points = cells.get(cell);
    if (points == null) {
      if (ordered) {
        flush();
      }
      points = new Points();
      cells.put(cell, points);
    }
    points.count++;
    points.sumX += x;
    points.sumY += y;
    if (points.first.size() < CLUSTER) {
      points.first.add(new Kept(point.fid(), x, y, point.values().clone()));
    }
    points.classes.merge(
        Arrays.asList(Generaliser.classOf(point.values(), ofClass)), 1, Integer::sum);
  }

  /** Hands on what the cells hold, and empties them. */
  void flush() {
    cells.values().forEach(this::emit);
    cells.clear();
  }

  private void emit(Points points) {
    if (points.count < CLUSTER) {
      for (Kept kept : points.first) {
        emit(kept.x, kept.y, kept.fid, kept.values, null);
      }
      return;
    }
    List<Map.Entry<List<@Nullable Object>, Integer>> classes =
        points.classes.entrySet().stream().sorted(LARGEST_FIRST).limit(MOST_CLASSES).toList();
    List<Cluster.ClassCount> counts =
        classes.stream()
            .map(
                e ->
                    new Cluster.ClassCount(
                        Cluster.ClassCount.texts(e.getKey().toArray()), e.getValue()))
            .toList();
    emit(
        points.sumX / points.count,
        points.sumY / points.count,
        Shape.MERGED,
        classes.get(0).getKey().toArray(),
        new Cluster(points.count, counts));
  }

  private void emit(
      double x, double y, long fid, @Nullable Object[] values, @Nullable Cluster cluster) {
    shape.clear(Shape.Kind.POINT);
    shape.add(x, y);
    shape.endPart(false);
    shape.of(fid, values);
    shape.standsFor(cluster);
    next.visit(shape);
  }
}
