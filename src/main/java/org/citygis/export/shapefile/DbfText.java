package org.citygis.export.shapefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Encodes text for a .dbf, whole characters only. Holds scratch space: one per file. */
final class DbfText {
  /** The widest text field that the format's readers agree on. */
  static final int WIDEST = 254;

  private final CharsetEncoder encoder;
  private boolean cut;
  private boolean replaced;

  DbfText(Charset charset) {
    this.encoder =
        charset
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** As many whole characters as fit; what the encoding lacks becomes a question mark. */
  ByteBuffer encode(String text, int most) {
    ByteBuffer out = ByteBuffer.allocate(most);
    CharBuffer in = CharBuffer.wrap(text);
    cut = false;
    replaced = false;
    encoder.reset();
    while (in.hasRemaining() && !cut) {
      CoderResult result = encoder.encode(in, out, true);
      if (result.isOverflow()) {
        cut = true;
      } else if (result.isError()) {
        in.position(in.position() + result.length());
        replaced = true;
        cut = !out.hasRemaining();
        if (!cut) {
          out.put((byte) '?');
        }
      }
    }
    return out.flip();
  }

  /** Whether the last text did not fit. */
  boolean wasCut() {
    return cut;
  }

  /** Whether the last text had characters that the encoding lacks. */
  boolean wasReplaced() {
    return replaced;
  }
}
