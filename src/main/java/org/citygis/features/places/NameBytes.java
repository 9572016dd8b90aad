package org.citygis.features.places;

import java.util.Arrays;

/**
 * Rows of names as bytes, written one after the other. A symbol takes one byte in ASCII, two for
 * the common Chinese characters (U+4E00 to U+9FFF), four for others; a zero ends a name, another
 * one the row.
 */
final class NameBytes {
  static final int COMMON = 0x4E00;
  private static final int COMMON_END = 0xA000;
  static final int OTHERS = 0xF0;

  private byte[] bytes;
  private int size;

  NameBytes(int capacity) {
    bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  byte[] bytes() {
    return bytes;
  }

  void clear() {
    size = 0;
  }

  void name(int[] symbols, int length) {
    room(4 * length + 1);
    for (int i = 0; i < length; i++) {
      symbol(symbols[i]);
    }
    bytes[size++] = 0;
  }

  private void symbol(int symbol) {
    if (symbol < 0x80) {
      bytes[size++] = (byte) symbol;
    } else if (symbol >= COMMON && symbol < COMMON_END) {
      int n = symbol - COMMON;
      bytes[size++] = (byte) (0x80 | n >>> 8);
      bytes[size++] = (byte) n;
    } else {
      bytes[size++] = (byte) OTHERS;
      bytes[size++] = (byte) (symbol >>> 16);
      bytes[size++] = (byte) (symbol >>> 8);
      bytes[size++] = (byte) symbol;
    }
  }

  void endRow() {
    room(1);
    bytes[size++] = 0;
  }

  /** What comes before the names of a row: its fid and place, relative to its block's. */
  void head(long fid, int x, int y) {
    room(14);
    long rest = fid;
    while (rest >= 0x80) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    bytes[size++] = (byte) (x >>> 8);
    bytes[size++] = (byte) x;
    bytes[size++] = (byte) (y >>> 8);
    bytes[size++] = (byte) y;
  }

  void copy(byte[] from, int start, int end) {
    room(end - start);
    System.arraycopy(from, start, bytes, size, end - start);
    size += end - start;
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length + bytes.length / 2, size + more));
    }
  }
}
