package org.citygis.features.places.spelling;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes writings of a name alike: letters in lower case without accents, full-width signs in their
 * common form, characters simplified, white space and control characters one blank, none at the
 * ends.
 */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private int[] symbols;
  private int[] starts;
  private int[] ends;
  private int length;

  private Folding(int capacity) {
    symbols = new int[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
  }

  /** The text folded; of more than {@code most} symbols the first ones. */
  public static Folded of(String text, int most) {
    Folding folding = new Folding(Math.min(text.length(), most) + 1);
    for (int i = 0; i < text.length() && folding.length < most; ) {
      int codePoint = text.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      folding.add(codePoint, i, end);
      i = end;
    }
    int length = Math.min(folding.length, most);
    while (length > 0 && folding.symbols[length - 1] == ' ') {
      length--;
    }
    return new Folded(folding.symbols, length, folding.starts, folding.ends);
  }

  private void add(int codePoint, int start, int end) {
    if (codePoint > ' ' && codePoint < 0x7F) {
      put(codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint, start, end);
    } else if (Simplified.isCommon(codePoint)) {
      put(Simplified.of(codePoint), start, end);
    } else if (codePoint >= 0xFF01 && codePoint <= 0xFF5E) {
      add(codePoint - 0xFEE0, start, end);
    } else if (isBlank(codePoint)) {
      if (length > 0 && symbols[length - 1] != ' ') {
        put(' ', start, end);
      }
    } else if (Character.getType(codePoint) != Character.FORMAT) {
      rare(codePoint).codePoints().forEach(symbol -> put(symbol, start, end));
    }
  }

  private static boolean isBlank(int codePoint) {
    return codePoint <= ' '
        || codePoint == 0x7F
        || Character.isISOControl(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isWhitespace(codePoint);
  }

  /** Of a letter with an accent, a ligature, a sign of compatibility; may be several symbols. */
  private static String rare(int codePoint) {
    String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    String upper = MARKS.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
    return switch (upper) {
      case "Ø" -> "o";
      case "Ł" -> "l";
      case "Đ" -> "d";
      default -> Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    };
  }

  private void put(int symbol, int start, int end) {
    if (length == symbols.length) {
      symbols = Arrays.copyOf(symbols, 2 * length);
      starts = Arrays.copyOf(starts, 2 * length);
      ends = Arrays.copyOf(ends, 2 * length);
    }
    symbols[length] = symbol;
    starts[length] = start;
    ends[length] = end;
    length++;
  }
}
