package org.citygis.ingest.mapping;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.citygis.ingest.source.FieldKind;
import org.citygis.problem.Problem;
import org.citygis.storage.ColumnType;
import org.citygis.text.CityTime;
import org.citygis.web.Parameters;
import org.jspecify.annotations.Nullable;

/** Turns a value of a file into a value of a column. */
public final class Conversion {
  private Conversion() {}

  /** A value does not fit its column. */
  public static final class Unfit extends Exception {
    Unfit(Object value) {
      super(value.toString(), null, false, false);
    }

    public String value() {
      return String.valueOf(getMessage());
    }
  }

  /** The column that takes a field without loss where nothing else is declared. */
  public static ColumnType columnFor(FieldKind kind, boolean allFitLong) {
    return switch (kind) {
      case TEXT -> ColumnType.TEXT;
      case INTEGER -> ColumnType.INTEGER;
      case LARGE_INTEGER -> allFitLong ? ColumnType.INTEGER : ColumnType.TEXT;
      case NUMBER -> ColumnType.NUMBER;
      case BOOLEAN -> ColumnType.BOOLEAN;
      case DATE -> ColumnType.DATE;
      case DATETIME -> ColumnType.DATETIME;
    };
  }

  /** The value as the column's binding class; blank text is null except in a text column. */
  public static @Nullable Object convert(@Nullable Object value, ColumnType type) throws Unfit {
    if (value == null || (type == ColumnType.TEXT && value instanceof String)) {
      return value;
    }
    if (value instanceof String text && text.isBlank()) {
      return null;
    }
    try {
      return switch (type) {
        case TEXT -> text(value);
        case INTEGER -> decimal(value).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        case NUMBER -> number(value);
        case BOOLEAN -> truth(value);
        case DATE -> date(value);
        case DATETIME -> instant(value);
      };
    } catch (ArithmeticException | NumberFormatException | DateTimeException | Problem.Invalid e) {
      throw new Unfit(value);
    }
  }

  private static String text(Object value) {
    if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15) {
      return String.valueOf(number.longValue());
    }
    return value instanceof BigDecimal whole ? whole.toPlainString() : value.toString();
  }

  private static BigDecimal decimal(Object value) throws Unfit {
    return switch (value) {
      case Long whole -> BigDecimal.valueOf(whole);
      case BigDecimal whole -> whole;
      case Double number -> BigDecimal.valueOf(number);
      case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
      case String text -> new BigDecimal(text.strip());
      default -> throw new Unfit(value);
    };
  }

  private static double number(Object value) throws Unfit {
    double number = value instanceof Double given ? given : decimal(value).doubleValue();
    if (!Double.isFinite(number)) {
      throw new Unfit(value);
    }
    return number;
  }

  private static boolean truth(Object value) throws Unfit {
    if (value instanceof Boolean truth) {
      return truth;
    }
    return switch (text(value).strip().toLowerCase(Locale.ROOT)) {
      case "t", "true", "y", "yes", "1", "是" -> true;
      case "f", "false", "n", "no", "0", "否" -> false;
      default -> throw new Unfit(value);
    };
  }

  private static LocalDate date(Object value) throws Unfit {
    return switch (value) {
      case LocalDate date -> date;
      case LocalDateTime time -> time.toLocalDate();
      case Long digits ->
          LocalDate.of(
              (int) Math.min(digits / 1_00_00, Integer.MAX_VALUE),
              (int) (digits / 1_00 % 1_00),
              (int) (digits % 1_00));
      case String text ->
          Parameters.instant("date", text.replace('/', '-')).atZone(CityTime.ZONE).toLocalDate();
      default -> throw new Unfit(value);
    };
  }

  private static Instant instant(Object value) throws Unfit {
    return switch (value) {
      case LocalDateTime time -> time.atZone(CityTime.ZONE).toInstant();
      case LocalDate date -> date.atStartOfDay(CityTime.ZONE).toInstant();
      case String text -> Parameters.instant("datetime", dateTime(text.strip()));
      default -> throw new Unfit(value);
    };
  }

  /** A blank between date and time, as databases write it, is a T. */
  private static String dateTime(String text) {
    return text.length() > 10 && text.charAt(10) == ' '
        ? text.substring(0, 10) + "T" + text.substring(11)
        : text;
  }
}
