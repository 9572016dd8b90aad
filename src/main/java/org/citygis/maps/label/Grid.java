package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Things by the cells that their boxes lie in, so that a question looks at the neighbourhood only.
 */
final class Grid<T> {
  private static final double CELL = 64;

  private record Cell(int column, int row) {}

  private final Map<Cell, List<T>> cells = new HashMap<>();

  /**
   * @param boxes minX, minY, maxX, maxY of each, in turn
   */
  void add(double[] boxes, T thing) {
    visit(boxes, cell -> cells.computeIfAbsent(cell, key -> new ArrayList<>(4)).add(thing));
  }

  /** Everything that shares a cell with the boxes; some of it more than once. */
  void near(double[] boxes, Consumer<T> visitor) {
    visit(boxes, cell -> cells.getOrDefault(cell, List.of()).forEach(visitor));
  }

  private static void visit(double[] boxes, Consumer<Cell> visitor) {
    for (int i = 0; i < boxes.length; i += 4) {
      int lastColumn = cell(boxes[i + 2]);
      int lastRow = cell(boxes[i + 3]);
      for (int column = cell(boxes[i]); column <= lastColumn; column++) {
        for (int row = cell(boxes[i + 1]); row <= lastRow; row++) {
          visitor.accept(new Cell(column, row));
        }
      }
    }
  }

  private static int cell(double position) {
    return (int) Math.floor(position / CELL);
  }
}
