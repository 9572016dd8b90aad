package org.citygis.tiles;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A PMTiles archive read back, written against the specification and not against our writer. */
record ReadArchive(ByteBuffer bytes) {
  static ReadArchive of(byte[] archive) {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    String magic = new String(archive, 0, 7, StandardCharsets.US_ASCII);
    if (!magic.equals("PMTiles") || archive[7] != 3 || archive[97] != 2 || archive[99] != 1) {
      throw new AssertionError("not an archive of gzipped vector tiles: " + magic + archive[7]);
    }
    long end = bytes.getLong(56) + bytes.getLong(64);
    if (end != archive.length || bytes.getLong(8) + bytes.getLong(16) > 16384) {
      throw new AssertionError("parts do not fit: " + end + " of " + archive.length);
    }
    return new ReadArchive(bytes);
  }

  JsonNode metadata() throws Exception {
    return OgcTilesContract.parse(inflate(bytes.getLong(24), (int) bytes.getLong(32)));
  }

  byte[] tile(int z, int x, int y) throws Exception {
    long id = 0;
    for (int i = 0; i < z; i++) {
      id += 1L << (2 * i);
    }
    id += hilbert(z, x, y);
    long offset = bytes.getLong(8);
    int length = (int) bytes.getLong(16);
    for (int depth = 0; depth < 4; depth++) {
      long[][] entries = directory(inflate(offset, length));
      long[] found = null;
      for (long[] entry : entries) {
        if (entry[0] <= id) {
          found = entry;
        }
      }
      if (found == null || (found[1] > 0 && id >= found[0] + found[1])) {
        return null;
      }
      if (found[1] > 0) {
        return inflate(bytes.getLong(56) + found[3], (int) found[2]);
      }
      offset = bytes.getLong(40) + found[3];
      length = (int) found[2];
    }
    throw new AssertionError("directories too deep");
  }

  /** As in the reference, by turning a quarter at each step. */
  private static long hilbert(int z, long tx, long ty) {
    long d = 0;
    for (long s = (1L << z) / 2; s > 0; s /= 2) {
      long rx = (tx & s) > 0 ? 1 : 0;
      long ry = (ty & s) > 0 ? 1 : 0;
      d += s * s * ((3 * rx) ^ ry);
      if (ry == 0) {
        if (rx == 1) {
          tx = s - 1 - tx;
          ty = s - 1 - ty;
        }
        long t = tx;
        tx = ty;
        ty = t;
      }
    }
    return d;
  }

  /** Tile id, run length, length, offset. */
  private static long[][] directory(byte[] plain) {
    ByteBuffer in = ByteBuffer.wrap(plain);
    long[][] entries = new long[(int) varint(in)][4];
    long last = 0;
    for (long[] entry : entries) {
      last += varint(in);
      entry[0] = last;
    }
    for (long[] entry : entries) {
      entry[1] = varint(in);
    }
    for (long[] entry : entries) {
      entry[2] = varint(in);
    }
    for (int i = 0; i < entries.length; i++) {
      long word = varint(in);
      entries[i][3] = word == 0 ? entries[i - 1][3] + entries[i - 1][2] : word - 1;
    }
    return entries;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  private byte[] inflate(long offset, int length) throws Exception {
    byte[] part = Arrays.copyOfRange(bytes.array(), (int) offset, (int) offset + length);
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(part))) {
      return zip.readAllBytes();
    }
  }
}
