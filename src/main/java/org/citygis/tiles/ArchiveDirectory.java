package org.citygis.tiles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The directory of a PMTiles archive, version 3: which tiles lie where, in the order of their
 * numbers.
 */
final class ArchiveDirectory {
  /** Head and root directory are read in one go of this size. */
  private static final int FIRST_READ = 16_384;

  private static final int SMALLEST_LEAF = 4_096;

  /**
   * A tile, or several one after the other with the same bytes.
   *
   * @param tile number of the first
   * @param run how many; 0 where the entry leads to a leaf directory
   * @param offset in the tile data, or in the leaf directories
   */
  record Entry(long tile, int run, long offset, int length) {}

  /**
   * @param leaves the leaf directories one behind the other, empty where the root is enough
   */
  record Encoded(byte[] root, byte[] leaves) {}

  private final List<Entry> entries = new ArrayList<>();
  private long addressed;

  /** Adds the next tile in order. */
  void add(long tile, long offset, int length) {
    addressed++;
    Entry last = entries.isEmpty() ? null : entries.get(entries.size() - 1);
    if (last != null && last.offset == offset && last.tile + last.run == tile) {
      entries.set(entries.size() - 1, new Entry(last.tile, last.run + 1, last.offset, last.length));
    } else {
      entries.add(new Entry(tile, 1, offset, length));
    }
  }

  long addressed() {
    return addressed;
  }

  int entries() {
    return entries.size();
  }

  /** Encodes all, in leaves as small as the root can bear. */
  Encoded encode() throws IOException {
    byte[] root = encode(entries);
    byte[] leaves = {};
    for (int size = SMALLEST_LEAF; root.length > FIRST_READ - ArchiveHead.LENGTH; size *= 2) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      List<Entry> pointers = new ArrayList<>();
      for (int from = 0; from < entries.size(); from += size) {
        byte[] leaf = encode(entries.subList(from, Math.min(entries.size(), from + size)));
        pointers.add(new Entry(entries.get(from).tile, 0, all.size(), leaf.length));
        all.writeBytes(leaf);
      }
      root = encode(pointers);
      leaves = all.toByteArray();
    }
    return new Encoded(root, leaves);
  }

  private static byte[] encode(List<Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      varint(entries.size(), out);
      long before = 0;
      for (Entry entry : entries) {
        varint(entry.tile - before, out);
        before = entry.tile;
      }
      for (Entry entry : entries) {
        varint(entry.run, out);
      }
      for (Entry entry : entries) {
        varint(entry.length, out);
      }
      long end = -1;
      for (Entry entry : entries) {
        varint(entry.offset == end ? 0 : entry.offset + 1, out);
        end = entry.offset + entry.length;
      }
    }
    return bytes.toByteArray();
  }

  private static void varint(long value, OutputStream out) throws IOException {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) (rest | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
