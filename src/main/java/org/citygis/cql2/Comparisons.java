package org.citygis.cql2;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.citygis.problem.Problem;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.expression.Literal;

/**
 * Compiles comparisons of two values of one kind. A text that is compared with a time is read as
 * one. A day that is compared with a moment is all of that day; a moment that is compared with a
 * field of days is its day in the city.
 */
final class Comparisons {
  private static final FilterFactory FILTERS = Compiler.FILTERS;

  private final Operands operands;
  private final Places places;

  Comparisons(Operands operands, Places places) {
    this.operands = operands;
    this.places = places;
  }

  /**
   * @param at what a refusal points to
   */
  Filter of(Condition at, ComparisonOperator operator, Expression left, Expression right) {
    return of(at, operator, operands.scalar(left), operands.scalar(right));
  }

  Filter of(Condition at, ComparisonOperator operator, Scalar left, Scalar right) {
    Scalar a = asTime(at, left, right.kind());
    Scalar b = asTime(at, right, left.kind());
    if (a.kind().isTime() && b.kind().isTime() && a.kind() != b.kind()) {
      return a.kind() == Kind.DATE ? days(at, operator.mirrored(), b, a) : days(at, operator, a, b);
    }
    boolean comparable = a.kind() == b.kind() || (a.kind().isNumeric() && b.kind().isNumeric());
    if (!comparable) {
      throw mismatch(at, a, b);
    }
    boolean isEquality =
        operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.DIFFERENT;
    if (a.kind() == Kind.BOOLEAN && !isEquality) {
      throw places.refusal(at, operator.sign(), Text.same("= / <>"));
    }
    return plain(operator, a, b);
  }

  private Problem.Invalid mismatch(Condition at, Scalar a, Scalar b) {
    Scalar wrong = a.isLiteral() ? a : b;
    Scalar other = wrong == a ? b : a;
    return places.refusal(at, Operands.shown(wrong), other.kind().expected());
  }

  private Scalar asTime(Condition at, Scalar scalar, Kind wanted) {
    if (scalar.kind() != Kind.TEXT || !scalar.isLiteral() || !wanted.isTime()) {
      return scalar;
    }
    String text = Operands.shown(scalar);
    try {
      return text.length() == 10
          ? Operands.literal(Kind.DATE, LocalDate.parse(text))
          : Operands.literal(Kind.DATETIME, CityTime.parse(text));
    } catch (DateTimeParseException e) {
      throw places.refusal(at, text, wanted.expected());
    }
  }

  /**
   * @param moment a DATETIME
   * @param day a DATE
   */
  private Filter days(Condition at, ComparisonOperator operator, Scalar moment, Scalar day) {
    if (day.isLiteral()) {
      return withinDay(operator, moment, (LocalDate) value(day));
    }
    if (moment.isLiteral()) {
      LocalDate local = ((Instant) value(moment)).atZone(CityTime.ZONE).toLocalDate();
      return plain(operator, Operands.literal(Kind.DATE, local), day);
    }
    throw mismatch(at, moment, day);
  }

  private static Object value(Scalar literal) {
    return ((Literal) literal.expression()).getValue();
  }

  private static Filter withinDay(ComparisonOperator operator, Scalar moment, LocalDate day) {
    Scalar start = Operands.literal(Kind.DATETIME, Days.start(day));
    Scalar next = Operands.literal(Kind.DATETIME, Days.start(day.plusDays(1)));
    return switch (operator) {
      case EQUAL ->
          FILTERS.and(
              plain(ComparisonOperator.AT_LEAST, moment, start),
              plain(ComparisonOperator.LESS, moment, next));
      case DIFFERENT ->
          FILTERS.or(
              plain(ComparisonOperator.LESS, moment, start),
              plain(ComparisonOperator.AT_LEAST, moment, next));
      case LESS, AT_LEAST -> plain(operator, moment, start);
      case GREATER -> plain(ComparisonOperator.AT_LEAST, moment, next);
      case AT_MOST -> plain(ComparisonOperator.LESS, moment, next);
    };
  }

  static Filter plain(ComparisonOperator operator, Scalar left, Scalar right) {
    var a = left.expression();
    var b = right.expression();
    return switch (operator) {
      case EQUAL -> FILTERS.equal(a, b, true);
      case DIFFERENT -> FILTERS.notEqual(a, b, true);
      case LESS -> FILTERS.less(a, b, true);
      case GREATER -> FILTERS.greater(a, b, true);
      // GeoTools 33 drops the case of lessOrEqual.
      case AT_MOST -> FILTERS.greaterOrEqual(b, a, true);
      case AT_LEAST -> FILTERS.greaterOrEqual(a, b, true);
    };
  }
}
