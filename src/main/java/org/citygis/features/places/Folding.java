package org.citygis.features.places;

/**
 * Makes writings of a name alike, character by character, so that positions stay: letters to lower
 * case, full-width signs to their common form, white space and control characters to a blank.
 */
final class Folding {
  private Folding() {}

  static String of(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      folded[i] = of(folded[i]);
    }
    return new String(folded);
  }

  static char of(char c) {
    if (c >= '\uFF01' && c <= '\uFF5E') {
      return Character.toLowerCase((char) (c - 0xFEE0));
    }
    if (c <= ' ' || c == '\u3000' || c == '\u00A0') {
      return ' ';
    }
    return c < 0x80 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
  }
}
