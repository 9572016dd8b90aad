package org.citygis.cql2;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import org.citygis.cql2.Condition.Spatial;
import org.citygis.cql2.Condition.Temporal;
import org.citygis.cql2.Expression.Arithmetic;
import org.citygis.cql2.Expression.BooleanLiteral;
import org.citygis.cql2.Expression.Folded;
import org.citygis.cql2.Expression.NumberLiteral;
import org.citygis.cql2.Expression.Property;
import org.citygis.cql2.Expression.ShapeLiteral;
import org.citygis.cql2.Expression.TextLiteral;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Reads what CQL2 text compares: arithmetic by precedence, literals, names, and predicates that
 * look like calls.
 */
final class TextOperands {
  private static final Text VALUE =
      Text.of("字段名、值或条件", "the name of a field, a value or a condition");

  private final Tokens tokens;
  private final Limits limits;
  private final Places places;
  private final TextReader.Inner inner;
  private final WktReader shapes;

  TextOperands(Tokens tokens, Limits limits, Places places, TextReader.Inner inner) {
    this.tokens = tokens;
    this.limits = limits;
    this.places = places;
    this.inner = inner;
    this.shapes = new WktReader(tokens, limits);
  }

  Node sum() {
    return chain(1);
  }

  /** Operators that bind as tightly as {@code binding}, from the left; powers from the right. */
  private Node chain(int binding) {
    Node left = binding == 3 ? factor() : chain(binding + 1);
    int operations = 0;
    ArithmeticOperator operator = operator(binding);
    while (operator != null) {
      int start = tokens.take().start();
      limits.node();
      limits.enter();
      operations++;
      Node right = chain(binding == 3 ? 3 : binding + 1);
      left =
          places.put(new Arithmetic(operator, number(left), number(right)), Place.character(start));
      operator = operator(binding);
    }
    for (; operations > 0; operations--) {
      limits.leave();
    }
    return left;
  }

  private @Nullable ArithmeticOperator operator(int binding) {
    Token token = tokens.current();
    for (ArithmeticOperator operator : ArithmeticOperator.values()) {
      if (operator.binding() == binding
          && (token.is(operator.sign()) || token.isWord(operator.sign()))) {
        return operator;
      }
    }
    return null;
  }

  private Expression number(Node node) {
    if (node instanceof Expression expression) {
      return expression;
    }
    throw tokens.unexpected(TextReader.CONDITION);
  }

  private Node factor() {
    Token token = tokens.current();
    limits.node();
    Node node =
        switch (token.kind()) {
          case NUMBER -> new NumberLiteral(tokens.expectNumber());
          case STRING -> new TextLiteral(tokens.take().text());
          case QUOTED_NAME -> new Property(tokens.take().text());
          case NAME -> named();
          case SIGN -> sign();
          case END -> throw tokens.unexpected(VALUE);
        };
    return places.put(node, Place.character(token.start()));
  }

  private Node sign() {
    if (tokens.current().is("-") && !tokens.isNumberNext()) {
      tokens.take();
      return negative();
    }
    if (tokens.current().is("-") || tokens.current().is("+")) {
      return new NumberLiteral(tokens.expectNumber());
    }
    if (tokens.current().is("[")) {
      throw tokens.unexpected(Refused.ARRAYS);
    }
    if (!tokens.takeIf("(")) {
      throw tokens.unexpected(VALUE);
    }
    Node node = inner.read();
    tokens.expect(")");
    return node;
  }

  /** A minus before what is not a number is a factor of -1, as the standard's examples have it. */
  private Node negative() {
    limits.enter();
    Expression factor = number(factor());
    limits.leave();
    return new Arithmetic(
        ArithmeticOperator.MULTIPLY, new NumberLiteral(BigDecimal.ONE.negate()), factor);
  }

  private Node named() {
    Token name = tokens.current();
    if (TextReader.isReserved(name.text())) {
      throw tokens.unexpected(VALUE);
    }
    tokens.take();
    String word = name.text().toUpperCase(Locale.ROOT);
    if (WktReader.isType(word) && (tokens.current().is("(") || tokens.current().isWord("Z"))) {
      return new ShapeLiteral(shapes.read(word));
    }
    if (!tokens.current().is("(")) {
      return switch (word) {
        case "TRUE" -> new BooleanLiteral(true);
        case "FALSE" -> new BooleanLiteral(false);
        default -> new Property(name.text());
      };
    }
    return call(name, word);
  }

  private Node call(Token name, String word) {
    if (!Refused.isKnown(word)) {
      throw Refused.call(Place.character(name.start()), name.text());
    }
    tokens.expect("(");
    limits.enter();
    Node node = call(word);
    limits.leave();
    tokens.expect(")");
    return node;
  }

  private Node call(String word) {
    if (word.startsWith("S_")) {
      Expression left = number(sum());
      tokens.expect(",");
      return new Spatial(SpatialOperator.valueOf(word), left, number(sum()));
    }
    if (word.startsWith("T_")) {
      Expression left = number(sum());
      tokens.expect(",");
      return new Temporal(TemporalOperator.valueOf(word), left, number(sum()));
    }
    return switch (word) {
      case "CASEI", "ACCENTI" -> new Folded(Folding.valueOf(word), number(sum()));
      case "BBOX" -> box();
      case "DATE" -> {
        Place place = Place.character(tokens.current().start());
        yield Times.date(tokens.expectString(Times.DATE), place);
      }
      case "TIMESTAMP" -> {
        Place place = Place.character(tokens.current().start());
        yield Times.timestamp(tokens.expectString(Times.TIMESTAMP), place);
      }
      default -> interval();
    };
  }

  private Expression interval() {
    int start = tokens.current().start();
    Expression from = end();
    tokens.expect(",");
    return Times.interval(from, end(), Place.character(start));
  }

  private @Nullable Expression end() {
    Token token = tokens.current();
    limits.node();
    if (token.kind() == Token.Kind.STRING) {
      return Times.end(tokens.take().text(), Place.character(token.start()));
    }
    Node node = factor();
    if (node instanceof Property property) {
      return property;
    }
    if (node instanceof Expression.DateLiteral || node instanceof Expression.TimestampLiteral) {
      return (Expression) node;
    }
    throw Places.refusal(Place.character(token.start()), token.shown(), Times.END);
  }

  private Expression box() {
    int start = tokens.current().start();
    double[] numbers = new double[6];
    int count = 0;
    do {
      if (count == 6) {
        throw tokens.unexpected(Text.same("')'"));
      }
      numbers[count++] = tokens.expectNumber().doubleValue();
    } while (tokens.takeIf(","));
    return Boxes.of(Arrays.copyOf(numbers, count), Place.character(start));
  }
}
