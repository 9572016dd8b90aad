package org.citygis.ingest.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes the texts of fixed-width fields. Not safe for several threads. */
public final class TextDecoder {
  private final Charset charset;
  private final CharsetDecoder decoder;
  private CharBuffer out = CharBuffer.allocate(512);
  private boolean broken;

  public TextDecoder(Charset charset) {
    this.charset = charset;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  public Charset charset() {
    return charset;
  }

  /**
   * The text of a field up to the first NUL, without the spaces at its end and without half a
   * character that was cut off at the end of the field.
   */
  public String decode(byte[] bytes, int offset, int width) {
    broken = false;
    int length = length(bytes, offset, width);
    if (isAscii(bytes, offset, length)) {
      return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }
    if (out.capacity() < length) {
      out = CharBuffer.allocate(length);
    }
    out.clear();
    // Without the end of input announced, a cut character is left over instead of being an error.
    CoderResult result = decoder.reset().decode(ByteBuffer.wrap(bytes, offset, length), out, false);
    if (result.isError()) {
      broken = true;
      return new String(bytes, offset, length, charset).strip();
    }
    return out.flip().toString().stripTrailing();
  }

  /** Whether the last text held bytes that are no text in this encoding. */
  public boolean wasBroken() {
    return broken;
  }

  /** Bytes of a field that count: up to the first NUL, without spaces at the end. */
  public static int length(byte[] bytes, int offset, int width) {
    int length = 0;
    for (int i = 0; i < width; i++) {
      byte b = bytes[offset + i];
      if (b == 0) {
        break;
      }
      if (b != ' ') {
        length = i + 1;
      }
    }
    return length;
  }

  public static boolean isAscii(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
