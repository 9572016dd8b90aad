package org.citygis.ingest.doctor;

import java.util.Arrays;

/** Finds, among the entries of a part, the first one with the same number. */
final class FirstSeen {
  private final long[] entries;
  private final int width;
  private final int column;
  private final int[] slots;

  /**
   * @param column which number of an entry is compared
   */
  FirstSeen(long[] entries, int width, int column) {
    this.entries = entries;
    this.width = width;
    this.column = column;
    int count = entries.length / width;
    this.slots = new int[Integer.highestOneBit(Math.max(count, 4)) * 4];
    Arrays.fill(slots, -1);
  }

  /** The earlier entry like this one, or -1; then this one is the first. */
  int find(int entry) {
    long number = entries[entry * width + column];
    int slot = (int) (number & (slots.length - 1));
    while (slots[slot] >= 0) {
      if (entries[slots[slot] * width + column] == number) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = entry;
    return -1;
  }
}
