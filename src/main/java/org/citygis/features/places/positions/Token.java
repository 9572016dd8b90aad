package org.citygis.features.places.positions;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number of a text, or what stands between its numbers. */
sealed interface Token {
  /** A longer text is no position. */
  int LONGEST = 200;

  int MOST_DIGITS = 24;

  /** A number whose thousands are parted by commas, as maps print metres. */
  Pattern GROUPED = Pattern.compile("(?<![\\d.])\\d{1,3}(?:,\\d{3}){1,3}(?!\\d)");

  /** A northing in China has millions; degrees are never written like this. */
  Pattern GROUPED_MILLIONS = Pattern.compile("(?<![\\d.])\\d{1,3}(?:,\\d{3}){2,3}(?!\\d)");

  /**
   * @param decimals digits after the point
   * @param spaced whether a blank stands before it
   */
  record Number(double value, int decimals, boolean spaced) implements Token {
    boolean isWhole() {
      return decimals == 0;
    }

    boolean isNegative() {
      return Double.compare(value, 0) < 0;
    }
  }

  /**
   * @param spaced whether a blank stands before it
   */
  record Sign(Mark mark, boolean spaced) implements Token {}

  /**
   * Takes a text apart in one pass; empty when there is anything in it that belongs to no position.
   */
  static List<Token> scan(String raw) {
    if (raw.length() > LONGEST) {
      return List.of();
    }
    String text = ungroup(fold(raw));
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      boolean spaced = at > 0 && text.charAt(at - 1) == ' ';
      Mark.Word word = isSigned(text, at) ? null : wordAt(text, at);
      if (word != null) {
        tokens.add(new Sign(word.mark(), spaced));
        at += word.text().length();
        continue;
      }
      int end = endOfNumber(text, at);
      if (end == at) {
        return List.of();
      }
      tokens.add(number(text.substring(at, end), spaced));
      at = end;
    }
    return tokens;
  }

  /** Lower case, full-width signs and the dashes in their common form, white space to blanks. */
  static String fold(String raw) {
    char[] folded = raw.strip().toCharArray();
    for (int i = 0; i < folded.length; i++) {
      char c = folded[i];
      if (c >= '\uFF01' && c <= '\uFF5E') {
        c -= (char) 0xFEE0;
      }
      folded[i] =
          switch (c) {
            case '−', '–', '—', '‐', '‑' -> '-';
            case '\u3000', '\u00A0', '\u2009', '\u202F', '\t', '\n', '\r' -> ' ';
            default -> c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
          };
    }
    return new String(folded);
  }

  /**
   * Takes the commas out of grouped thousands: "442,447.3 3,384,564.0". Only where one of the
   * numbers has millions, for "113,305" may be two numbers.
   */
  private static String ungroup(String text) {
    return GROUPED_MILLIONS.matcher(text).find()
        ? GROUPED.matcher(text).replaceAll(it -> it.group().replace(",", ""))
        : text;
  }

  private static Mark.@Nullable Word wordAt(String text, int at) {
    for (Mark.Word word : Mark.WORDS) {
      if (word.isAt(text, at)) {
        return word;
      }
    }
    return null;
  }

  /** A minus that belongs to the number after it: not one that joins two numbers. */
  private static boolean isSigned(String text, int at) {
    return text.charAt(at) == '-'
        && at + 1 < text.length()
        && isDigit(text.charAt(at + 1))
        && (at == 0 || " ,;(=:".indexOf(text.charAt(at - 1)) >= 0);
  }

  private static int endOfNumber(String text, int at) {
    int end = text.charAt(at) == '-' ? at + 1 : at;
    int first = end;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (end == first) {
      return at;
    }
    if (end < text.length() && text.charAt(end) == '.') {
      end++;
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
    }
    return end - first > MOST_DIGITS ? at : end;
  }

  private static Number number(String digits, boolean spaced) {
    int point = digits.indexOf('.');
    return new Number(
        Double.parseDouble(digits), point < 0 ? 0 : digits.length() - point - 1, spaced);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
