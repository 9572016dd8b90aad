package org.citygis.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The names of the properties that a vector tile carries, so that the SQL beside it selects the
 * same. Source: Mapbox Vector Tile specification 2.1, field numbers in section 4.1.
 */
final class TileFields {
  private static final int LAYER = 3;
  private static final int KEY = 3;
  private static final int BYTES = 2;

  private TileFields() {}

  static List<String> of(byte[] gzip) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      List<String> names = new ArrayList<>();
      for (byte[] layer : members(in.readAllBytes(), LAYER)) {
        for (byte[] key : members(layer, KEY)) {
          names.add(new String(key, StandardCharsets.UTF_8));
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> members(byte[] message, int number) {
    List<byte[]> found = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      int tag = (int) varint(in);
      if ((tag & 7) != BYTES) {
        varint(in); // a layer has no other kind of member
        continue;
      }
      byte[] member = new byte[(int) varint(in)];
      in.get(member);
      if (tag >> 3 == number) {
        found.add(member);
      }
    }
    return found;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = in.get();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }
}
