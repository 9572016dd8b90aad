package org.citygis.web.geojson;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON as UTF-8 through one buffer. It does not check the grammar: the caller writes braces
 * and commas. A broken stream is thrown as {@link UncheckedIOException}, so that it passes through
 * the readers of rows.
 */
public final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final long[] POWERS = new long[10];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private final OutputStream out;
  private final byte[] buffer;
  private int size;

  public JsonBytes(OutputStream out) {
    this(out, 32 * 1024);
  }

  /** A buffer of another size, at least 64 bytes. */
  JsonBytes(OutputStream out, int capacity) {
    this.out = out;
    this.buffer = new byte[capacity];
  }

  /** Bytes as they are: syntax, or a key that was encoded before. */
  public JsonBytes raw(byte[] bytes) {
    if (bytes.length > buffer.length - size) {
      flushBuffer();
      if (bytes.length > buffer.length) {
        write(bytes, bytes.length);
        return this;
      }
    }
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
    return this;
  }

  public JsonBytes raw(char ascii) {
    ensure(1);
    buffer[size++] = (byte) ascii;
    return this;
  }

  /** Text that is already JSON. */
  public JsonBytes raw(String json) {
    return raw(json.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code "name":} */
  public JsonBytes key(String name) {
    return string(name).raw(':');
  }

  /** The text in quotes, escaped; a lone surrogate becomes U+FFFD. */
  public JsonBytes string(String text) {
    raw('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ensure(6);
      if (c < 0x80) {
        ascii(c);
      } else if (c < 0x800) {
        buffer[size++] = (byte) (0xC0 | c >> 6);
        buffer[size++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
        fourBytes(Character.toCodePoint(c, text.charAt(i)));
      } else {
        threeBytes(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
    }
    return raw('"');
  }

  public JsonBytes integer(long value) {
    if (value < 0) {
      return raw(Long.toString(value));
    }
    ensure(20);
    digits(value);
    return this;
  }

  /**
   * A number with at most this many digits after the point, trailing zeros left off; null when it
   * is not finite.
   */
  public JsonBytes decimal(double value, int fraction) {
    long scale = POWERS[fraction];
    double scaled = Math.abs(value) * scale;
    if (!(scaled < 9e15)) {
      return number(value);
    }
    long rounded = Math.round(scaled);
    ensure(32);
    if (value < 0 && rounded != 0) {
      buffer[size++] = '-';
    }
    digits(rounded / scale);
    long rest = rounded % scale;
    if (rest != 0) {
      buffer[size++] = '.';
      for (long power = scale / 10; rest != 0; power /= 10) {
        buffer[size++] = (byte) ('0' + rest / power);
        rest %= power;
      }
    }
    return this;
  }

  /** The shortest number that reads back as the same double; null when it is not finite. */
  public JsonBytes number(double value) {
    return raw(Double.isFinite(value) ? Double.toString(value) : "null");
  }

  public void flush() {
    flushBuffer();
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ascii(char c) {
    if (c >= 0x20 && c != '"' && c != '\\') {
      buffer[size++] = (byte) c;
      return;
    }
    buffer[size++] = '\\';
    switch (c) {
      case '"', '\\' -> buffer[size++] = (byte) c;
      case '\n' -> buffer[size++] = 'n';
      case '\r' -> buffer[size++] = 'r';
      case '\t' -> buffer[size++] = 't';
      default -> {
        buffer[size++] = 'u';
        buffer[size++] = '0';
        buffer[size++] = '0';
        buffer[size++] = HEX[c >> 4];
        buffer[size++] = HEX[c & 0xF];
      }
    }
  }

  private void threeBytes(char c) {
    buffer[size++] = (byte) (0xE0 | c >> 12);
    buffer[size++] = (byte) (0x80 | c >> 6 & 0x3F);
    buffer[size++] = (byte) (0x80 | c & 0x3F);
  }

  private void fourBytes(int codePoint) {
    buffer[size++] = (byte) (0xF0 | codePoint >> 18);
    buffer[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
    buffer[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
    buffer[size++] = (byte) (0x80 | codePoint & 0x3F);
  }

  private void digits(long value) {
    int count = 1;
    for (long rest = value / 10; rest != 0; rest /= 10) {
      count++;
    }
    int end = size + count;
    long rest = value;
    for (int i = end - 1; i >= size; i--) {
      buffer[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
  }

  private void ensure(int bytes) {
    if (buffer.length - size < bytes) {
      flushBuffer();
    }
  }

  private void flushBuffer() {
    write(buffer, size);
    size = 0;
  }

  private void write(byte[] bytes, int length) {
    try {
      out.write(bytes, 0, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
