package org.citygis.features.places.spelling;

import java.util.Map;

/** Traditional characters in their simplified form. */
final class Simplified {
  static final int FIRST = 0x4E00;
  static final int LAST = 0x9FFF;
  private static final char[] FORM = new char[LAST - FIRST + 1];

  static {
    for (int i = 0; i < FORM.length; i++) {
      FORM[i] = (char) (FIRST + i);
    }
    Map<Integer, String> entries = Dictionary.read("/data/dictionary/TSCharacters.txt", '\t');
    entries.forEach(
        (traditional, simplified) -> {
          // Some are characters of simplified writing too, in another sense: they stay.
          boolean stays = simplified.indexOf(traditional) >= 0;
          char form = simplified.charAt(0);
          if (!stays && isCommon(traditional) && isCommon(form)) {
            FORM[traditional - FIRST] = form;
          }
        });
  }

  private Simplified() {}

  /** Whether the character is of the block of common ones, which this knows. */
  static boolean isCommon(int codePoint) {
    return codePoint >= FIRST && codePoint <= LAST;
  }

  static int of(int common) {
    return FORM[common - FIRST];
  }
}
