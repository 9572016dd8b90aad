package org.citygis.features.edit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.citygis.catalog.Catalog;
import org.citygis.catalog.CodeList;
import org.citygis.catalog.Field;
import org.citygis.text.CityTime;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads a JSON value as a value of a field, and says what is wrong where it cannot be one. */
@Component
class FieldReader {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
  private static final int MOST_CODES_TOLD = 30;

  private final Catalog catalog;

  FieldReader(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * The value as the column's binding class; null for JSON's null and for blank text, and where a
   * fault was added.
   */
  @Nullable Object read(Field field, JsonNode value, Faults faults) {
    if (value.isNull() || (value.isString() && value.asString().isBlank())) {
      return null;
    }
    String pointer = "/properties/" + field.name();
    return switch (field.type()) {
      case TEXT -> text(field, pointer, value, faults);
      case INTEGER -> integer(pointer, value, faults);
      case NUMBER -> number(pointer, value, faults);
      case BOOLEAN -> {
        if (value.isBoolean()) {
          yield value.asBoolean();
        }
        faults.wrong(pointer, value, Text.same("true / false"));
        yield null;
      }
      case DATE -> day(pointer, value, faults);
      case DATETIME -> moment(pointer, value, faults);
    };
  }

  private @Nullable String text(Field field, String pointer, JsonNode value, Faults faults) {
    if (!value.isString()) {
      faults.wrong(pointer, value, Text.of("带引号的文本", "text in quotes"));
      return null;
    }
    String text = value.asString();
    // NUL or a half of a surrogate pair has no place in a database.
    boolean storable =
        text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    int most = field.rules().most();
    if (!storable || text.length() > most) {
      faults.wrong(
          pointer,
          value,
          Text.of(
              "不超过 %d 个字符的文本".formatted(most), "text of at most %d characters".formatted(most)));
      return null;
    }
    if (field.codes() != null && catalog.findLabel(field, text).isEmpty()) {
      faults.wrong(pointer, text, codes(field.codes()));
      return null;
    }
    return text;
  }

  private Text codes(String list) {
    StringBuilder zh = new StringBuilder();
    StringBuilder en = new StringBuilder();
    int told = 0;
    for (CodeList.Entry entry : catalog.findCodeList(list).map(CodeList::entries).orElseThrow()) {
      if (told == MOST_CODES_TOLD) {
        zh.append("，…");
        en.append(", …");
        break;
      }
      zh.append(told == 0 ? "" : "，").append(entry.code()).append(' ').append(entry.title().zh());
      en.append(told == 0 ? "" : ", ").append(entry.code()).append(' ').append(entry.title().en());
      told++;
    }
    return Text.of("代码之一：" + zh, "one of the codes " + en);
  }

  private static @Nullable Long integer(String pointer, JsonNode value, Faults faults) {
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return value.asLong();
    }
    if (value.isNumber()
        && value.asDouble() == Math.rint(value.asDouble())
        && Math.abs(value.asDouble()) < 1e15) {
      return (long) value.asDouble();
    }
    faults.wrong(pointer, value, Text.of("整数", "an integer"));
    return null;
  }

  private static @Nullable Double number(String pointer, JsonNode value, Faults faults) {
    if (value.isNumber() && Double.isFinite(value.asDouble())) {
      return value.asDouble();
    }
    faults.wrong(pointer, value, Text.of("数值", "a number"));
    return null;
  }

  private static @Nullable LocalDate day(String pointer, JsonNode value, Faults faults) {
    try {
      LocalDate day = LocalDate.parse(value.isString() ? value.asString().strip() : "");
      if (day.getYear() >= 1 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException e) {
      // told below, as a year out of range is
    }
    faults.wrong(pointer, value, Text.of("日期，如 2026-01-31", "a date such as 2026-01-31"));
    return null;
  }

  private static @Nullable Instant moment(String pointer, JsonNode value, Faults faults) {
    try {
      Instant moment = CityTime.parse(value.isString() ? value.asString().strip() : "");
      if (!moment.isBefore(FIRST) && !moment.isAfter(LAST)) {
        return moment.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
      }
    } catch (DateTimeException e) {
      // told below, as a year out of range is
    }
    faults.wrong(
        pointer,
        value,
        Text.of("时间，如 2026-01-31T08:15:00+08:00", "a time such as 2026-01-31T08:15:00+08:00"));
    return null;
  }
}
