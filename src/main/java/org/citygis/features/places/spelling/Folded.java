package org.citygis.features.places.spelling;

/**
 * A text as {@link Folding} leaves it.
 *
 * @param symbols code points, of which the first {@code length} count
 * @param starts for each symbol where in the text it begins, in UTF-16 units
 * @param ends where it ends
 */
public record Folded(int[] symbols, int length, int[] starts, int[] ends) {

  /** Whether the symbol is a letter, a digit or a Chinese character: what a name is known by. */
  static boolean isWord(int symbol) {
    return symbol < 0x80
        ? symbol >= 'a' && symbol <= 'z' || symbol >= '0' && symbol <= '9'
        : Character.isLetterOrDigit(symbol);
  }

  /** Whether a word begins here: after a sign, or where digits, letters and characters meet. */
  static boolean isWordStart(int[] symbols, int at) {
    int before = symbols[at - 1];
    int here = symbols[at];
    return !isWord(before)
        || before < 0x80 != here < 0x80
        || here < 0x80 && isDigit(before) != isDigit(here);
  }

  private static boolean isDigit(int symbol) {
    return symbol >= '0' && symbol <= '9';
  }

  static boolean isLatin(int symbol) {
    return symbol >= 'a' && symbol <= 'z';
  }
}
