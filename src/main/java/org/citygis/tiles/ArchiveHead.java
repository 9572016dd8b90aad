package org.citygis.tiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.citygis.geo.Box;

/**
 * The head of a PMTiles archive, version 3.
 *
 * @param box longitudes and latitudes
 */
record ArchiveHead(
    int root,
    int metadata,
    int leaves,
    long data,
    long addressed,
    long entries,
    long contents,
    int minZoom,
    int maxZoom,
    Box box) {
  static final int LENGTH = 127;
  private static final byte GZIP = 2;
  private static final byte MVT = 1;

  /** The parts follow one another: root, metadata, leaves, data. */
  byte[] bytes() {
    ByteBuffer head = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    head.put("PMTiles".getBytes(StandardCharsets.US_ASCII)).put((byte) 3);
    long at = LENGTH;
    for (long length : new long[] {root, metadata, leaves, data}) {
      head.putLong(at).putLong(length);
      at += length;
    }
    head.putLong(addressed).putLong(entries).putLong(contents);
    head.put((byte) 1).put(GZIP).put(GZIP).put(MVT).put((byte) minZoom).put((byte) maxZoom);
    head.putInt(e7(box.minX())).putInt(e7(box.minY()));
    head.putInt(e7(box.maxX())).putInt(e7(box.maxY()));
    head.put((byte) ((minZoom + maxZoom) / 2));
    head.putInt(e7((box.minX() + box.maxX()) / 2)).putInt(e7((box.minY() + box.maxY()) / 2));
    return head.array();
  }

  private static int e7(double degrees) {
    return (int) Math.round(degrees * 1e7);
  }
}
