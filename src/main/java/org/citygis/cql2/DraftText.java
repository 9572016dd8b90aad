package org.citygis.cql2;

import static org.citygis.cql2.ComparisonOperator.AT_MOST;
import static org.citygis.cql2.ComparisonOperator.DIFFERENT;
import static org.citygis.cql2.ComparisonOperator.EQUAL;
import static org.citygis.cql2.ComparisonOperator.GREATER;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citygis.cql2.Condition.And;
import org.citygis.cql2.Condition.Comparison;
import org.citygis.cql2.Condition.Like;
import org.citygis.cql2.Condition.Not;
import org.citygis.cql2.Condition.Or;
import org.citygis.cql2.Expression.BooleanLiteral;
import org.citygis.cql2.Expression.DateLiteral;
import org.citygis.cql2.Expression.Folded;
import org.citygis.cql2.Expression.NumberLiteral;
import org.citygis.cql2.Expression.Property;
import org.citygis.cql2.Expression.TextLiteral;
import org.citygis.cql2.Expression.TimestampLiteral;
import org.citygis.text.CityTime;

/**
 * Translates {@code cql-text}, the language of the draft of Part 3, to CQL2, as far as GDAL before
 * 3.9 writes it. Its literals are those of OGR SQL: times are texts whose parts may be missing
 * ({@code '2026-01-31T'}, {@code '2026-01-31T08:15Z'}), a truth is 1 or 0, a number may stand in
 * quotes, and a backslash in a pattern means itself. The Z is GDAL's own addition: it compares
 * clocks and not zones, so the clock is the city's, in whose time it reads the values. A day
 * compared with a moment is the first moment of the day. Whatever is CQL2 already stays as it is.
 */
final class DraftText {
  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)T(?:(\\d\\d)(?::(\\d\\d)(?::(\\d\\d))?)?Z)?");

  private final Map<String, Kind> kinds = new HashMap<>();
  private final Places places;

  DraftText(List<Queryable> queryables, Places places) {
    queryables.forEach(queryable -> kinds.put(queryable.name(), queryable.kind()));
    this.places = places;
  }

  Condition translated(Condition condition) {
    Condition translated =
        switch (condition) {
          case And and -> new And(and.parts().stream().map(this::translated).toList());
          case Or or -> new Or(or.parts().stream().map(this::translated).toList());
          case Not not -> new Not(translated(not.condition()));
          case Like like -> new Like(like.text(), pattern(like.pattern()));
          case Comparison comparison -> comparison(comparison);
          default -> condition;
        };
    return places.move(condition, translated);
  }

  private static Expression pattern(Expression pattern) {
    return switch (pattern) {
      case TextLiteral literal -> new TextLiteral(literal.value().replace("\\", "\\\\"));
      case Folded folded -> new Folded(folded.folding(), pattern(folded.text()));
      default -> pattern;
    };
  }

  private Condition comparison(Comparison comparison) {
    if (!(comparison.left() instanceof Property property)) {
      return comparison;
    }
    Kind kind = kinds.get(property.name());
    if (kind != null && kind.isTime() && comparison.right() instanceof TextLiteral text) {
      return time(comparison, kind, text.value());
    }
    if (kind != null && kind.isNumeric() && comparison.right() instanceof TextLiteral text) {
      return number(comparison, text.value());
    }
    if (kind == Kind.BOOLEAN && comparison.right() instanceof NumberLiteral number) {
      return truth(comparison, number.value());
    }
    return comparison;
  }

  private static Condition truth(Comparison comparison, BigDecimal number) {
    boolean isTruth = number.signum() == 0 || number.equals(BigDecimal.ONE);
    return isTruth ? with(comparison, new BooleanLiteral(number.signum() != 0)) : comparison;
  }

  private static Condition time(Comparison comparison, Kind kind, String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return comparison;
    }
    LocalDate day;
    LocalTime time;
    try {
      day = LocalDate.parse(matcher.group(1));
      time = LocalTime.of(part(matcher, 2), part(matcher, 3), part(matcher, 4));
    } catch (DateTimeException e) {
      return comparison;
    }
    return kind == Kind.DATETIME
        ? with(comparison, new TimestampLiteral(day.atTime(time).atZone(CityTime.ZONE).toInstant()))
        : day(comparison, new DateLiteral(day), time.equals(LocalTime.MIDNIGHT));
  }

  private static int part(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** A day is never later on the same day; without a value that stays unknown. */
  private static Condition day(Comparison comparison, DateLiteral day, boolean isMidnight) {
    if (isMidnight) {
      return with(comparison, day);
    }
    Comparison same = new Comparison(EQUAL, comparison.left(), day);
    Comparison other = new Comparison(DIFFERENT, comparison.left(), day);
    return switch (comparison.operator()) {
      case LESS, AT_MOST -> new Comparison(AT_MOST, comparison.left(), day);
      case GREATER, AT_LEAST -> new Comparison(GREATER, comparison.left(), day);
      case EQUAL -> new And(List.of(same, other));
      case DIFFERENT -> new Or(List.of(same, other));
    };
  }

  private static Comparison with(Comparison comparison, Expression right) {
    return new Comparison(comparison.operator(), comparison.left(), right);
  }

  private static Comparison number(Comparison comparison, String text) {
    return text.matches("[-+]?\\d{1,30}(\\.\\d{1,30})?")
        ? with(comparison, new NumberLiteral(new BigDecimal(text)))
        : comparison;
  }
}
