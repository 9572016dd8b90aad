package org.citygis.maps.label;

import java.util.ArrayList;
import java.util.List;
import org.citygis.maps.font.Face;

/** Breaks a text into lines: western text at blanks, Chinese between any two characters. */
final class Lines {
  /** A word wider than this is broken, too. */
  static final double WIDEST = 160;

  private static final double USUAL = 110;
  private static final int MOST = 5;

  private Lines() {}

  /**
   * @param wrap width at which it breaks, 0 for the usual one
   * @return no lines where the text is too long for a map
   */
  static List<String> of(String text, Face face, double wrap) {
    double most = Math.min(wrap > 0 ? wrap : USUAL, WIDEST);
    List<String> lines = new ArrayList<>();
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      breakUp(text, face, most, lines);
    } else {
      text.lines().forEach(line -> breakUp(line.strip(), face, most, lines));
    }
    return lines.size() > MOST ? List.of() : lines;
  }

  private static void breakUp(String text, Face face, double most, List<String> lines) {
    if (text.isEmpty()) {
      return;
    }
    if (face.width(text) <= most) {
      lines.add(text);
      return;
    }
    StringBuilder line = new StringBuilder();
    for (String word : words(text, face)) {
      String longer = line + word;
      if (line.isEmpty() || face.width(longer.strip()) <= most) {
        line.append(word);
      } else {
        lines.add(line.toString().strip());
        line = new StringBuilder(word.stripLeading());
      }
    }
    if (!line.toString().isBlank()) {
      lines.add(line.toString().strip());
    }
  }

  /** The pieces between which a line may break; blanks stand at the end of the word before. */
  private static List<String> words(String text, Face face) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      word.appendCodePoint(characters[i]);
      boolean last = i == characters.length - 1;
      boolean ends =
          last
              || Character.isWhitespace(characters[i])
              || ((isChinese(characters[i]) || isChinese(characters[i + 1]))
                  && !closes(characters[i + 1]))
              || face.width(word.toString()) > WIDEST - 30;
      if (ends) {
        words.add(word.toString());
        word = new StringBuilder();
      }
    }
    return words;
  }

  static boolean isChinese(int character) {
    return (character >= 0x2e80 && character <= 0x9fff)
        || (character >= 0xff00 && character <= 0xffef)
        || (character >= 0x20000 && character <= 0x3ffff);
  }

  /** What must not begin a line. */
  private static boolean closes(int character) {
    return "，。、；：！？）》”’)],.;:!?".indexOf(character) >= 0;
  }
}
