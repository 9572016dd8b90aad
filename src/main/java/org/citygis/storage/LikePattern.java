package org.citygis.storage;

import java.util.Locale;
import org.geotools.api.filter.PropertyIsLike;

/**
 * A filter's pattern, which chooses its own wildcards: as SQL's with % and _ and {@code !} as
 * escape, or to match text with, character by character.
 */
final class LikePattern {
  private static final int ANY = -1;
  private static final int ONE = -2;

  private final int[] signs;
  private final boolean matchCase;

  private LikePattern(int[] signs, boolean matchCase) {
    this.signs = signs;
    this.matchCase = matchCase;
  }

  static String of(PropertyIsLike like) {
    StringBuilder sql = new StringBuilder(like.getLiteral().length() + 8);
    for (int sign : matcher(like, true).signs) {
      switch (sign) {
        case ANY -> sql.append('%');
        case ONE -> sql.append('_');
        case '%', '_', '!' -> sql.append('!').append((char) sign);
        default -> sql.appendCodePoint(sign);
      }
    }
    return sql.toString();
  }

  static LikePattern matcher(PropertyIsLike like) {
    return matcher(like, like.isMatchingCase());
  }

  private static LikePattern matcher(PropertyIsLike like, boolean matchCase) {
    String literal = matchCase ? like.getLiteral() : like.getLiteral().toLowerCase(Locale.ROOT);
    int[] signs = new int[literal.length()];
    int count = 0;
    for (int i = 0; i < literal.length(); ) {
      boolean escaped =
          begins(literal, i, like.getEscape()) && i + like.getEscape().length() < literal.length();
      if (escaped) {
        i += like.getEscape().length();
      }
      int c = literal.codePointAt(i);
      if (!escaped && begins(literal, i, like.getWildCard())) {
        c = ANY;
      } else if (!escaped && begins(literal, i, like.getSingleChar())) {
        c = ONE;
      }
      i += c < 0 ? 1 : Character.charCount(c);
      signs[count++] = c;
    }
    return new LikePattern(java.util.Arrays.copyOf(signs, count), matchCase);
  }

  private static boolean begins(String text, int at, String sign) {
    return sign != null && !sign.isEmpty() && text.startsWith(sign, at);
  }

  /** Takes a step back to the last % only, so that no pattern makes it slow. */
  boolean matches(String value) {
    int[] text = (matchCase ? value : value.toLowerCase(Locale.ROOT)).codePoints().toArray();
    int t = 0;
    int s = 0;
    int anyAt = -1;
    int from = 0;
    while (t < text.length) {
      if (s < signs.length && signs[s] == ANY) {
        anyAt = s++;
        from = t;
      } else if (s < signs.length && (signs[s] == ONE || signs[s] == text[t])) {
        s++;
        t++;
      } else if (anyAt >= 0) {
        s = anyAt + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (s < signs.length && signs[s] == ANY) {
      s++;
    }
    return s == signs.length;
  }
}
