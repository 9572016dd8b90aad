package org.citygis.ingest;

import java.util.Arrays;
import java.util.Random;

/** What disks, networks and strangers do to files. */
final class Damage {
  private static final byte[] NASTY = {
    0, 1, 0x7F, (byte) 0x80, (byte) 0xFF, 0x0D, '*', ' ', '"', '<'
  };

  private Damage() {}

  static byte[] to(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int edits = 1 + random.nextInt(6);
    for (int i = 0; i < edits && bytes.length > 0; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(7)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = NASTY[random.nextInt(NASTY.length)];
        case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) 0xFF);
        case 4 -> bytes = random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : bytes;
        case 5 -> {
          int length = Math.min(bytes.length - at, 1 + random.nextInt(32));
          System.arraycopy(bytes, random.nextInt(bytes.length - length + 1), bytes, at, length);
        }
        default -> {
          byte[] longer = Arrays.copyOf(bytes, bytes.length + 16);
          System.arraycopy(bytes, at, longer, Math.min(at + 16, bytes.length), bytes.length - at);
          bytes = longer;
        }
      }
    }
    return bytes;
  }
}
