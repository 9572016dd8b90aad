package org.citygis.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.citygis.problem.Problem;
import org.citygis.text.CityTime;
import org.citygis.text.Text;

/** Reads a value that came as text, JSON or a filter's literal as a column's type. */
public final class FieldValues {
  private FieldValues() {}

  /**
   * The value as the type's binding class.
   *
   * @throws Problem.Invalid that names the field, the value and what would be right
   */
  public static Object parse(String field, ColumnType type, Object value) {
    if (type.binding().isInstance(value)) {
      return value;
    }
    String text = String.valueOf(value).strip();
    try {
      return switch (type) {
        case TEXT -> String.valueOf(value);
        case INTEGER ->
            value instanceof Number number && number.doubleValue() == number.longValue()
                ? (Object) number.longValue()
                : Long.parseLong(text);
        case NUMBER -> value instanceof Number number ? number.doubleValue() : finite(text);
        case BOOLEAN -> bool(field, text);
        case DATE -> LocalDate.parse(text);
        case DATETIME -> instant(value, text);
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      throw Problem.Invalid.parameter(field, text, expected(type));
    }
  }

  private static double finite(String text) {
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw new NumberFormatException(text);
    }
    return value;
  }

  private static Boolean bool(String field, String text) {
    return switch (text) {
      case "true", "TRUE", "1" -> true;
      case "false", "FALSE", "0" -> false;
      default -> throw Problem.Invalid.parameter(field, text, expected(ColumnType.BOOLEAN));
    };
  }

  private static Instant instant(Object value, String text) {
    if (value instanceof java.util.Date date) {
      return date.toInstant();
    }
    if (value instanceof OffsetDateTime time) {
      return time.toInstant();
    }
    return CityTime.parse(text);
  }

  private static Text expected(ColumnType type) {
    return switch (type) {
      case TEXT -> Text.of("文本", "text");
      case INTEGER -> Text.of("整数", "an integer");
      case NUMBER -> Text.of("数值", "a number");
      case BOOLEAN -> Text.of("true 或 false", "true or false");
      case DATE -> Text.of("日期，如 2026-01-31", "a date such as 2026-01-31");
      case DATETIME ->
          Text.of("时间，如 2026-01-31T08:15:00+08:00", "a time such as 2026-01-31T08:15:00+08:00");
    };
  }
}
