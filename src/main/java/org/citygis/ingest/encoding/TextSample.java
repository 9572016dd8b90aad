package org.citygis.ingest.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts of a file that are not plain ASCII, from places spread over it. */
public final class TextSample {
  private static final int TEXTS = 4_000;
  private static final int SOME = 100;

  /**
   * @param cut the text fills its field, so that half a character at its end means nothing
   */
  private record Text(byte[] bytes, boolean cut) {}

  private final List<Text> texts = new ArrayList<>();

  /** Whether more texts would still be kept. */
  public boolean hasRoom() {
    return texts.size() < TEXTS;
  }

  /** Whether so few were found that a file should be searched for more. */
  public boolean isScarce() {
    return texts.size() < SOME;
  }

  /** Keeps a text unless it is plain ASCII, which reads the same in every encoding. */
  public void add(byte[] bytes, int at, int length, boolean cut) {
    if (hasRoom() && !TextDecoder.isAscii(bytes, at, length)) {
      texts.add(new Text(Arrays.copyOfRange(bytes, at, at + length), cut));
    }
  }

  public boolean isAscii() {
    return texts.isEmpty();
  }

  /** Whether every text can be decoded, apart from characters cut off at the end of a field. */
  boolean fits(Charset charset) {
    CharsetDecoder decoder = strict(charset);
    CharBuffer out = CharBuffer.allocate(70_000);
    boolean whole = texts.isEmpty();
    for (Text text : texts) {
      ByteBuffer in = ByteBuffer.wrap(text.bytes);
      out.clear();
      if (decoder.reset().decode(in, out, !text.cut).isError()) {
        return false;
      }
      whole |= out.flip().chars().anyMatch(c -> c > 127);
    }
    return whole;
  }

  /**
   * The share of common hanzi among all characters that are not ASCII, 0 to 1. Common are those of
   * GB 2312 level 1, for Big5 those of its first level; text in another encoding decodes to rare
   * ones.
   */
  double commonHanzi(Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    boolean big5 = !encoder.canEncode('\u4E1C');
    long common = 0;
    long all = 0;
    CharBuffer out = CharBuffer.allocate(70_000);
    for (Text text : texts) {
      out.clear();
      strict(charset).decode(ByteBuffer.wrap(text.bytes), out, false);
      out.flip();
      while (out.hasRemaining()) {
        char c = out.get();
        if (c > 127) {
          all++;
          common += isCommon(c, charset, big5) ? 1 : 0;
        }
      }
    }
    return all == 0 ? 0 : (double) common / all;
  }

  private static boolean isCommon(char c, Charset charset, boolean big5) {
    byte[] bytes = String.valueOf(c).getBytes(charset);
    int lead = Byte.toUnsignedInt(bytes[0]);
    if (bytes.length != 2) {
      return false;
    }
    int trail = Byte.toUnsignedInt(bytes[1]);
    return big5 ? lead >= 0xA4 && lead <= 0xC6 : lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
  }

  /** The first different texts as they read in an encoding, however wrong that is. */
  List<String> decoded(Charset charset, int count) {
    Set<String> shown = new LinkedHashSet<>();
    TextDecoder decoder = new TextDecoder(charset);
    for (Text text : texts) {
      shown.add(decoder.decode(text.bytes, 0, text.bytes.length));
      if (shown.size() == count) {
        break;
      }
    }
    return List.copyOf(shown);
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
