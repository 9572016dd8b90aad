package org.citygis.cql2;

import java.math.BigDecimal;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** The tokens of CQL2 text under a cursor. */
final class Tokens {
  /** Beyond it, a number is an attack on whoever reads it. */
  private static final int MAX_NUMBER = 60;

  private static final int MAX_EXPONENT = 400;

  private final Lexer lexer;
  private Token current;

  Tokens(String text, boolean hasEscapes) {
    this.lexer = new Lexer(text, hasEscapes);
    this.current = lexer.next();
  }

  Token current() {
    return current;
  }

  /** Whether a digit follows the current sign. */
  boolean isNumberNext() {
    return lexer.isNumberNext();
  }

  Token take() {
    Token taken = current;
    if (taken.kind() != Token.Kind.END) {
      current = lexer.next();
    }
    return taken;
  }

  boolean takeIf(String sign) {
    boolean is = current.is(sign);
    if (is) {
      take();
    }
    return is;
  }

  boolean takeIfWord(String keyword) {
    boolean is = current.isWord(keyword);
    if (is) {
      take();
    }
    return is;
  }

  void expect(String sign) {
    if (!takeIf(sign)) {
      throw unexpected(Text.same("'" + sign + "'"));
    }
  }

  void expectWord(String keyword) {
    if (!takeIfWord(keyword)) {
      throw unexpected(Text.same(keyword));
    }
  }

  String expectString(Text expected) {
    if (current.kind() != Token.Kind.STRING) {
      throw unexpected(expected);
    }
    return take().text();
  }

  /** A number with or without a sign. */
  BigDecimal expectNumber() {
    Token first = current;
    boolean negative = current.is("-");
    if (negative || current.is("+")) {
      take();
    }
    if (current.kind() != Token.Kind.NUMBER) {
      throw unexpected(Text.of("数值", "a number"));
    }
    BigDecimal value = number(current.text(), Place.character(first.start()));
    take();
    return negative ? value.negate() : value;
  }

  static BigDecimal number(String text, Place place) {
    if (text.length() <= MAX_NUMBER) {
      try {
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.precision() - value.scale()) <= MAX_EXPONENT
            && Double.isFinite(value.doubleValue())) {
          return value;
        }
      } catch (NumberFormatException e) {
        // answered below, as one that is too large is
      }
    }
    throw Places.refusal(
        place,
        text,
        Text.of(
            "绝对值不超过 1.7e308、最多 %d 位的数值".formatted(MAX_NUMBER),
            "a number up to 1.7e308 of at most %d characters".formatted(MAX_NUMBER)));
  }

  Problem.Invalid unexpected(Text expected) {
    return Places.refusal(Place.character(current.start()), current.shown(), expected);
  }
}
