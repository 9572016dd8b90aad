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
    return raw(bytes, 0, bytes.length);
  }

  private JsonBytes raw(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length > buffer.length - size) {
      flushBuffer();
      if (length > buffer.length) {
        write(bytes, from, length);
        return this;
      }
    }
    System.arraycopy(bytes, from, buffer, size, length);
    size += length;
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
      if (buffer.length - size < 6) {
        flushBuffer();
      }
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

  /** The text in quotes, escaped, that these bytes are in UTF-8. */
  public JsonBytes string(byte[] utf8) {
    raw('"');
    int from = 0;
    for (int i = 0; i < utf8.length; i++) {
      byte b = utf8[i];
      // Bytes of other letters than ASCII are below 0 and go as they are.
      if (b >= 0 && (b < 0x20 || b == '"' || b == '\\')) {
        raw(utf8, from, i);
        from = i + 1;
        ensure(6);
        ascii((char) b);
      }
    }
    return raw(utf8, from, utf8.length).raw('"');
  }

  public JsonBytes integer(long value) {
    if (value < 0) {
      return raw(Long.toString(value));
    }
    ensure(20);
    size = Digits.whole(value, buffer, size);
    return this;
  }

  /**
   * A number with at most this many digits after the point (0 to 9), trailing zeros left off; null
   * when it is not finite.
   */
  public JsonBytes decimal(double value, int fraction) {
    double amount = Math.abs(value);
    if (!(amount < 9e15)) {
      return number(value);
    }
    // Nothing is lost by taking the whole part away, and small numbers are divided fast.
    long whole = (long) amount;
    int scale = Digits.power(fraction);
    int rest = (int) ((amount - whole) * scale + 0.5);
    if (rest == scale) {
      whole++;
      rest = 0;
    }
    ensure(32);
    if (value < 0 && (whole | rest) != 0) {
      buffer[size++] = '-';
    }
    size = Digits.whole(whole, buffer, size);
    if (rest != 0) {
      buffer[size++] = '.';
      size = Digits.fraction(rest * Digits.power(9 - fraction), buffer, size);
    }
    return this;
  }

  /** The shortest number that reads back as the same double; null when it is not finite. */
  public JsonBytes number(double value) {
    double cents = Math.rint(value * 100);
    // A number of so few digits is the only one as short that reads back as this double.
    if (Math.abs(cents) < 1e13 && cents / 100 == value && cents % 100 != 0) {
      return decimal(value, 2);
    }
    return raw(Double.isFinite(value) ? Double.toString(value) : "null");
  }

  /** Hands over what is buffered; the stream need not send it before it is closed. */
  public void end() {
    flushBuffer();
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

  private void ensure(int bytes) {
    if (buffer.length - size < bytes) {
      flushBuffer();
    }
  }

  private void flushBuffer() {
    write(buffer, 0, size);
    size = 0;
  }

  private void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
