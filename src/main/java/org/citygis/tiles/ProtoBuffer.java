package org.citygis.tiles;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes the wire format of protocol buffers into one growing array. */
final class ProtoBuffer {
  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH_DELIMITED = 2;

  private byte[] bytes;
  private int size;

  ProtoBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** A bare varint, as in a packed field. */
  void varint(int value) {
    reserve(5);
    int rest = value;
    while ((rest & ~0x7f) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  void varint(long value) {
    reserve(10);
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A bare varint of the zigzag form: small for small numbers of either sign. */
  void zigzag(int value) {
    varint((value << 1) ^ (value >> 31));
  }

  void varintField(int field, long value) {
    tag(field, VARINT);
    varint(value);
  }

  void zigzagField(int field, long value) {
    tag(field, VARINT);
    varint((value << 1) ^ (value >> 63));
  }

  void doubleField(int field, double value) {
    tag(field, FIXED_64);
    reserve(8);
    long bits = Double.doubleToRawLongBits(value);
    for (int i = 0; i < 8; i++) {
      bytes[size++] = (byte) (bits >>> (8 * i));
    }
  }

  void stringField(int field, String value) {
    bytesField(field, value.getBytes(StandardCharsets.UTF_8));
  }

  void bytesField(int field, byte[] value) {
    header(field, value.length);
    append(value, value.length);
  }

  /** An embedded message or a packed field. */
  void messageField(int field, ProtoBuffer message) {
    header(field, message.size);
    append(message.bytes, message.size);
  }

  /** The tag and length of an embedded message whose {@code length} bytes follow. */
  void header(int field, int length) {
    tag(field, LENGTH_DELIMITED);
    varint(length);
  }

  void append(ProtoBuffer other) {
    append(other.bytes, other.size);
  }

  private void append(byte[] source, int length) {
    reserve(length);
    System.arraycopy(source, 0, bytes, size, length);
    size += length;
  }

  private void tag(int field, int wireType) {
    varint(field << 3 | wireType);
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
