package org.citygis.tiles;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Compresses at the lowest level, by which a tile is 5 % larger than at the default one, in a third
 * of the time. The compressors, whose tables cost more to set up than a small tile to compress, are
 * used again.
 */
final class Gzip {
  /** RFC 1952: gzip, deflate, no names, no time, fastest, unknown system. */
  private static final byte[] HEAD = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 4, (byte) 255};

  private static final int TAIL = 8;
  private static final ConcurrentLinkedQueue<Deflater> FREE = new ConcurrentLinkedQueue<>();

  private Gzip() {}

  static byte[] of(byte[] plain) {
    Deflater free = FREE.poll();
    Deflater deflater = free == null ? new Deflater(Deflater.BEST_SPEED, true) : free;
    deflater.setInput(plain);
    deflater.finish();
    byte[] bytes = Arrays.copyOf(HEAD, HEAD.length + plain.length / 2 + 64);
    int size = HEAD.length;
    while (!deflater.finished()) {
      if (bytes.length - size < 64) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
      }
      size += deflater.deflate(bytes, size, bytes.length - size);
    }
    deflater.reset();
    FREE.add(deflater);
    CRC32 checksum = new CRC32();
    checksum.update(plain);
    byte[] whole = Arrays.copyOf(bytes, size + TAIL);
    ByteBuffer.wrap(whole)
        .order(ByteOrder.LITTLE_ENDIAN)
        .position(size)
        .putInt((int) checksum.getValue())
        .putInt(plain.length);
    return whole;
  }
}
