package org.citygis.cql2;

import static org.citygis.cql2.Folding.CASEI;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.citygis.cql2.Condition.And;
import org.citygis.cql2.Condition.Between;
import org.citygis.cql2.Condition.Comparison;
import org.citygis.cql2.Condition.Constant;
import org.citygis.cql2.Condition.In;
import org.citygis.cql2.Condition.IsNull;
import org.citygis.cql2.Condition.Like;
import org.citygis.cql2.Condition.Not;
import org.citygis.cql2.Condition.Or;
import org.citygis.cql2.Expression.BooleanLiteral;
import org.citygis.cql2.Expression.Folded;
import org.citygis.cql2.Expression.Truth;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** Reads CQL2 text by descent, as the grammar of OGC 21-065r2 has it; depth is limited. */
final class TextReader {
  static final Text CONDITION =
      Text.of(
          "比较运算符、LIKE、BETWEEN、IN 或 IS NULL", "a comparison operator, LIKE, BETWEEN, IN or IS NULL");

  private final Tokens tokens;
  private final Limits limits = new Limits();
  private final Places places = new Places();
  private final TextOperands operands;
  private final boolean isDraft;

  /**
   * @param isDraft whether the text is of the draft, which has no escapes in strings
   */
  TextReader(String text, boolean isDraft) {
    Limits.checkLength(text);
    Limits.checked(text, Place.character(0));
    this.isDraft = isDraft;
    this.tokens = new Tokens(text, !isDraft);
    this.operands = new TextOperands(tokens, limits, places, this::anything);
  }

  Parsed read() {
    Condition condition = condition(anything());
    if (tokens.current().kind() != Token.Kind.END) {
      throw tokens.unexpected(Text.of("AND、OR 或结尾", "AND, OR or the end"));
    }
    return new Parsed(condition, places, isDraft);
  }

  /** A condition, or an expression where one stands in parentheses. */
  private Node anything() {
    limits.enter();
    Node first = conjunction();
    if (tokens.current().isWord("OR")) {
      int start = tokens.current().start();
      List<Condition> parts = new ArrayList<>(List.of(condition(first)));
      while (tokens.takeIfWord("OR")) {
        limits.node();
        parts.add(condition(conjunction()));
      }
      first = put(new Or(parts), start);
    }
    limits.leave();
    return first;
  }

  private Node conjunction() {
    Node first = negation();
    if (!tokens.current().isWord("AND")) {
      return first;
    }
    int start = tokens.current().start();
    List<Condition> parts = new ArrayList<>(List.of(condition(first)));
    while (tokens.takeIfWord("AND")) {
      limits.node();
      parts.add(condition(negation()));
    }
    return put(new And(parts), start);
  }

  private Node negation() {
    Token not = tokens.current();
    if (!tokens.takeIfWord("NOT")) {
      return predicate();
    }
    limits.node();
    limits.enter();
    Condition inner = condition(negation());
    limits.leave();
    return put(new Not(inner), not.start());
  }

  private Node predicate() {
    Node left = operands.sum();
    int start = tokens.current().start();
    for (ComparisonOperator operator : ComparisonOperator.values()) {
      if (tokens.takeIf(operator.sign())) {
        limits.node();
        return put(new Comparison(operator, expression(left), expression(operands.sum())), start);
      }
    }
    if (tokens.takeIfWord("IS")) {
      boolean not = tokens.takeIfWord("NOT");
      tokens.expectWord("NULL");
      return negated(not, put(new IsNull(expression(left)), start), start);
    }
    boolean not = tokens.takeIfWord("NOT");
    if (tokens.takeIfWord("LIKE")) {
      return negated(not, like(expression(left), start), start);
    }
    if (tokens.takeIfWord("ILIKE")) {
      return negated(not, inAnyCase(like(expression(left), start), start), start);
    }
    if (tokens.takeIfWord("BETWEEN")) {
      Expression low = expression(operands.sum());
      tokens.expectWord("AND");
      Expression high = expression(operands.sum());
      return negated(not, put(new Between(expression(left), low, high), start), start);
    }
    if (tokens.takeIfWord("IN")) {
      return negated(not, in(expression(left), start), start);
    }
    if (not) {
      throw tokens.unexpected(Text.same("LIKE, BETWEEN, IN"));
    }
    return left;
  }

  private Like like(Expression text, int start) {
    limits.node();
    Token pattern = tokens.current();
    boolean isPattern =
        pattern.kind() == Token.Kind.STRING || pattern.isWord("CASEI") || pattern.isWord("ACCENTI");
    if (!isPattern) {
      throw tokens.unexpected(Text.of("带引号的模式", "a pattern in single quotes"));
    }
    return put(new Like(text, expression(operands.sum())), start);
  }

  /** ILIKE is not of CQL2, but GDAL sends it. */
  private Condition inAnyCase(Like like, int start) {
    return put(new Like(new Folded(CASEI, like.text()), new Folded(CASEI, like.pattern())), start);
  }

  private Condition in(Expression value, int start) {
    tokens.expect("(");
    List<Expression> list = new ArrayList<>();
    do {
      list.add(expression(operands.sum()));
      limits.checkList(list.size());
    } while (tokens.takeIf(","));
    tokens.expect(")");
    return put(new In(value, list), start);
  }

  private Condition negated(boolean not, Condition condition, int start) {
    limits.node();
    return not ? put(new Not(condition), start) : condition;
  }

  private Condition condition(Node node) {
    return switch (node) {
      case Condition condition -> condition;
      case BooleanLiteral literal -> new Constant(literal.value());
      case Expression expression -> throw tokens.unexpected(CONDITION);
    };
  }

  private Expression expression(Node node) {
    return switch (node) {
      case Expression expression -> expression;
      case Condition condition -> places.put(new Truth(condition), Place.character(0));
    };
  }

  private <N extends Node> N put(N node, int start) {
    return places.put(node, Place.character(start));
  }

  /** Words that are never names unless they stand in double quotes. */
  static boolean isReserved(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AND", "OR", "NOT", "IS", "NULL", "LIKE", "BETWEEN", "IN", "DIV", "ILIKE" -> true;
      default -> false;
    };
  }

  /** Reads what stands in parentheses. */
  interface Inner {
    Node read() throws Problem;
  }
}
