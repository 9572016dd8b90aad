package org.citygis.cql2;

import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** Cuts CQL2 text into tokens. */
final class Lexer {
  private final String text;
  private final boolean hasEscapes;
  private int at;

  /**
   * @param hasEscapes whether a backslash before a quote keeps it inside of a string
   */
  Lexer(String text, boolean hasEscapes) {
    this.text = text;
    this.hasEscapes = hasEscapes;
  }

  Token next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    int start = at;
    if (start == text.length()) {
      return new Token(Token.Kind.END, "", start, start);
    }
    int c = text.codePointAt(start);
    if (c == '\'') {
      return new Token(Token.Kind.STRING, quoted('\''), start, at);
    }
    if (c == '"') {
      return new Token(Token.Kind.QUOTED_NAME, quoted('"'), start, at);
    }
    if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
      number();
      return new Token(Token.Kind.NUMBER, text.substring(start, at), start, at);
    }
    if (startsName(c)) {
      while (at < text.length() && continuesName(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      return new Token(Token.Kind.NAME, text.substring(start, at), start, at);
    }
    at += isTwoSigns(c, peek(1)) ? 2 : Character.charCount(c);
    return new Token(Token.Kind.SIGN, text.substring(start, at), start, at);
  }

  boolean isNumberNext() {
    int ahead = 0;
    while (peek(ahead) >= 0 && Character.isWhitespace(peek(ahead))) {
      ahead++;
    }
    return isDigit(peek(ahead)) || (peek(ahead) == '.' && isDigit(peek(ahead + 1)));
  }

  private static boolean isTwoSigns(int first, int second) {
    return (first == '<' && (second == '>' || second == '=')) || (first == '>' && second == '=');
  }

  /** A quote inside is doubled, or in a string preceded by a backslash. */
  private String quoted(char quote) {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == quote && peek(1) == quote) {
        at++;
      } else if (hasEscapes && c == '\\' && quote == '\'' && peek(1) == quote) {
        at++;
        c = quote;
      } else if (c == quote) {
        at++;
        return value.toString();
      }
      value.append(c);
      at++;
    }
    throw unclosed(start, quote);
  }

  private Problem.Invalid unclosed(int start, char quote) {
    return Places.refusal(
        Place.character(start),
        text.substring(start),
        Text.of("以 %s 结束的文本".formatted(quote), "text that ends with " + quote));
  }

  private void number() {
    digits();
    if (peek(0) == '.') {
      at++;
      digits();
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
      if (isDigit(peek(1 + sign))) {
        at += 1 + sign;
        digits();
      }
    }
  }

  private void digits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  private int peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : -1;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean startsName(int c) {
    return c == '_' || c == ':' || Character.isLetter(c);
  }

  private static boolean continuesName(int c) {
    return startsName(c)
        || isDigit(c)
        || c == '.'
        || c == 0x203F
        || c == 0x2040
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
