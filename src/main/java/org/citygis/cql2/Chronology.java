package org.citygis.cql2;

import static org.citygis.cql2.ComparisonOperator.AT_LEAST;
import static org.citygis.cql2.ComparisonOperator.AT_MOST;
import static org.citygis.cql2.ComparisonOperator.DIFFERENT;
import static org.citygis.cql2.ComparisonOperator.EQUAL;
import static org.citygis.cql2.ComparisonOperator.GREATER;
import static org.citygis.cql2.ComparisonOperator.LESS;

import org.citygis.cql2.Condition.Temporal;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;

/**
 * Compiles temporal predicates to comparisons of the ends of intervals; a moment is an interval
 * whose ends are one.
 */
final class Chronology {
  private static final FilterFactory FILTERS = Compiler.FILTERS;

  private final Operands operands;
  private final Comparisons comparisons;
  private final Places places;

  Chronology(Operands operands, Comparisons comparisons, Places places) {
    this.operands = operands;
    this.comparisons = comparisons;
    this.places = places;
  }

  Filter of(Temporal temporal) {
    Span a = Span.of(temporal.left(), operands, places);
    Span b = Span.of(temporal.right(), operands, places);
    return a.isMoment() && b.isMoment() ? moments(temporal, a, b) : spans(temporal, a, b);
  }

  /** Two moments, or days: what the comparison operators say of them. */
  private Filter moments(Temporal temporal, Span a, Span b) {
    return switch (temporal.operator()) {
      case T_AFTER -> moments(temporal, GREATER, a, b);
      case T_BEFORE -> moments(temporal, LESS, a, b);
      case T_EQUALS, T_INTERSECTS -> moments(temporal, EQUAL, a, b);
      case T_DISJOINT -> moments(temporal, DIFFERENT, a, b);
      default -> spans(temporal, a, b);
    };
  }

  private Filter moments(Temporal at, ComparisonOperator operator, Span a, Span b) {
    return comparisons.of(at, operator, a.from().scalar(), b.from().scalar());
  }

  private Filter spans(Temporal temporal, Span a, Span b) {
    return switch (temporal.operator()) {
      case T_AFTER -> compare(temporal, GREATER, a.from(), b.to());
      case T_BEFORE -> compare(temporal, LESS, a.to(), b.from());
      case T_DISJOINT ->
          FILTERS.or(
              compare(temporal, GREATER, a.from(), b.to()),
              compare(temporal, LESS, a.to(), b.from()));
      case T_INTERSECTS ->
          FILTERS.and(
              compare(temporal, AT_MOST, a.from(), b.to()),
              compare(temporal, AT_LEAST, a.to(), b.from()));
      case T_EQUALS -> ends(temporal, EQUAL, EQUAL, a, b);
      case T_CONTAINS -> ends(temporal, LESS, GREATER, a, b);
      case T_DURING -> ends(temporal, GREATER, LESS, a, b);
      case T_STARTS -> ends(temporal, EQUAL, LESS, a, b);
      case T_STARTEDBY -> ends(temporal, EQUAL, GREATER, a, b);
      case T_FINISHES -> ends(temporal, GREATER, EQUAL, a, b);
      case T_FINISHEDBY -> ends(temporal, LESS, EQUAL, a, b);
      case T_MEETS -> compare(temporal, EQUAL, a.to(), b.from());
      case T_METBY -> compare(temporal, EQUAL, a.from(), b.to());
      case T_OVERLAPS -> overlaps(temporal, a, b);
      case T_OVERLAPPEDBY -> overlaps(temporal, b, a);
    };
  }

  private Filter ends(
      Temporal at, ComparisonOperator starts, ComparisonOperator ends, Span a, Span b) {
    return FILTERS.and(compare(at, starts, a.from(), b.from()), compare(at, ends, a.to(), b.to()));
  }

  private Filter overlaps(Temporal at, Span a, Span b) {
    return FILTERS.and(
        java.util.List.of(
            compare(at, LESS, a.from(), b.from()),
            compare(at, GREATER, a.to(), b.from()),
            compare(at, LESS, a.to(), b.to())));
  }

  /** An open end lies before or after every moment; a field without a value stays unknown. */
  private Filter compare(Temporal at, ComparisonOperator operator, Span.End a, Span.End b) {
    if (a.infinity() == 0 && b.infinity() == 0) {
      return comparisons.of(at, operator, a.momentFor(b), b.momentFor(a));
    }
    int order = Integer.compare(a.infinity(), b.infinity());
    boolean holds =
        switch (operator) {
          case EQUAL -> order == 0;
          case DIFFERENT -> order != 0;
          case LESS -> order < 0;
          case GREATER -> order > 0;
          case AT_MOST -> order <= 0;
          case AT_LEAST -> order >= 0;
        };
    Span.End known = a.infinity() == 0 ? a : b;
    if (known.infinity() != 0 || known.scalar().isLiteral()) {
      return holds ? Filter.INCLUDE : Filter.EXCLUDE;
    }
    return Comparisons.plain(holds ? EQUAL : DIFFERENT, known.scalar(), known.scalar());
  }
}
