package org.citygis.packed;

import java.util.Arrays;

/**
 * A packed R-tree over the blocks of a level: the boxes of 16 neighbours along the Hilbert curve
 * make one box of the next level, up to a single one. Boxes are min x, min y, max x, max y in steps
 * of the level's grid.
 */
final class BlockTree {
  private static final int FAN = 16;

  /** The levels of the tree, the boxes of the blocks first. */
  private final int[][] boxes;

  /**
   * @param leaves four numbers a block
   */
  BlockTree(int[] leaves) {
    int levels = 1;
    for (int n = leaves.length / 4; n > 1; n = (n + FAN - 1) / FAN) {
      levels++;
    }
    boxes = new int[levels][];
    boxes[0] = leaves;
    for (int level = 1; level < levels; level++) {
      boxes[level] = around(boxes[level - 1]);
    }
  }

  private static int[] around(int[] below) {
    int count = below.length / 4;
    int[] above = new int[4 * ((count + FAN - 1) / FAN)];
    for (int i = 0; i < count; i++) {
      int to = 4 * (i / FAN);
      int from = 4 * i;
      boolean first = i % FAN == 0;
      above[to] = first ? below[from] : Math.min(above[to], below[from]);
      above[to + 1] = first ? below[from + 1] : Math.min(above[to + 1], below[from + 1]);
      above[to + 2] = first ? below[from + 2] : Math.max(above[to + 2], below[from + 2]);
      above[to + 3] = first ? below[from + 3] : Math.max(above[to + 3], below[from + 3]);
    }
    return above;
  }

  /** The numbers of the blocks whose boxes meet a box, in ascending order. */
  int[] search(int[] box) {
    Found found = new Found();
    int top = boxes.length - 1;
    for (int i = 0; i < boxes[top].length / 4; i++) {
      search(top, i, box, found);
    }
    return Arrays.copyOf(found.numbers, found.count);
  }

  private void search(int level, int index, int[] box, Found found) {
    int[] at = boxes[level];
    int i = 4 * index;
    if (at[i] > box[2] || at[i + 2] < box[0] || at[i + 1] > box[3] || at[i + 3] < box[1]) {
      return;
    }
    if (level == 0) {
      found.add(index);
      return;
    }
    int last = Math.min((index + 1) * FAN, boxes[level - 1].length / 4);
    for (int child = index * FAN; child < last; child++) {
      search(level - 1, child, box, found);
    }
  }

  private static final class Found {
    int[] numbers = new int[64];
    int count;

    void add(int number) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * count);
      }
      numbers[count++] = number;
    }
  }
}
