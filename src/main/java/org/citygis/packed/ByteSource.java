package org.citygis.packed;

/** Reads what {@link ByteSink} wrote. */
final class ByteSource {
  private byte[] bytes = {};
  private int at;

  void of(byte[] newBytes, int start) {
    bytes = newBytes;
    at = start;
  }

  int at() {
    return at;
  }

  void skip(int count) {
    at += count;
  }

  byte[] bytes() {
    return bytes;
  }

  int varint() {
    byte b = bytes[at++];
    if (b >= 0) {
      return b;
    }
    int value = b & 0x7f;
    for (int shift = 7; ; shift += 7) {
      b = bytes[at++];
      value |= (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  long varlong() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[at++];
      value |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return value;
      }
    }
  }

  int zigzag() {
    int value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  long zigzagLong() {
    long value = varlong();
    return (value >>> 1) ^ -(value & 1);
  }

  long fixed() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 8) {
      value |= (bytes[at++] & 0xffL) << shift;
    }
    return value;
  }
}
