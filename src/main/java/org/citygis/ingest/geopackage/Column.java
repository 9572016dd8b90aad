package org.citygis.ingest.geopackage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.citygis.ingest.source.Dates;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.RecordLimit;
import org.citygis.ingest.source.SourceField;
import org.jspecify.annotations.Nullable;

/** A column that becomes a field; SQLite lets each row hold something else than was declared. */
record Column(String column, SourceField field) {

  /** By the declared type; null for binary data. */
  static @Nullable FieldKind kind(String declared) {
    String type = declared.toUpperCase(Locale.ROOT).replaceFirst("\\(.*", "").strip();
    return switch (type) {
      case "BOOLEAN", "BOOL" -> FieldKind.BOOLEAN;
      case "TINYINT", "SMALLINT", "MEDIUMINT", "INT", "INTEGER", "BIGINT", "INT2", "INT4", "INT8" ->
          FieldKind.INTEGER;
      case "FLOAT", "DOUBLE", "REAL", "DOUBLE PRECISION", "NUMERIC", "DECIMAL" -> FieldKind.NUMBER;
      case "DATE" -> FieldKind.DATE;
      case "DATETIME", "TIMESTAMP" -> FieldKind.DATETIME;
      case "BLOB" -> null;
      default -> FieldKind.TEXT;
    };
  }

  /** Characters that a text may have by its declaration, 0 where it does not say. */
  static int width(String declared) {
    String digits = declared.replaceAll("(?i)^\\s*(?:TEXT|N?VARCHAR)\\s*\\((\\d{1,8})\\).*", "$1");
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : 0;
  }

  /** A blob in place of a value that is too large to be fetched. */
  String expression() {
    String name = Database.quote(column);
    return "CASE WHEN octet_length(%s) > %d THEN x'' ELSE %s END"
        .formatted(name, RecordLimit.BYTES / 4, name);
  }

  /** A value as SQLite has it becomes one of the field's kind. */
  @Nullable Object value(long row, @Nullable Object raw, Findings findings) {
    if (raw == null) {
      return null;
    }
    if (raw instanceof byte[] bytes) {
      if (bytes.length == 0) {
        findings.add(row, Defect.VALUE_TOO_LARGE, field.name(), RecordLimit.BYTES / 4);
      } else {
        findings.add(row, Defect.FIELD_BINARY, field.name());
      }
      return null;
    }
    return switch (field.kind()) {
      case TEXT -> raw.toString();
      case INTEGER -> whole(row, raw, findings);
      case NUMBER, LARGE_INTEGER -> number(row, raw, findings);
      case BOOLEAN -> truth(row, raw, findings);
      case DATE -> date(row, raw.toString(), findings);
      case DATETIME -> time(row, raw.toString(), findings);
    };
  }

  private @Nullable Long whole(long row, Object raw, Findings findings) {
    if (raw instanceof Integer || raw instanceof Long) {
      return ((Number) raw).longValue();
    }
    Double number = number(row, raw, findings);
    if (number == null) {
      return null;
    }
    if (number != Math.rint(number)) {
      findings.add(row, Defect.VALUE_CUT_TO_INTEGER, field.name(), raw);
    }
    return number.longValue();
  }

  private @Nullable Double number(long row, Object raw, Findings findings) {
    if (raw instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    String text = raw.toString().strip();
    try {
      if (!text.isEmpty() && text.length() <= 64) {
        double number = new BigDecimal(text).doubleValue();
        if (Double.isFinite(number)) {
          return number;
        }
      }
    } catch (NumberFormatException notANumber) {
      // Reported below.
    }
    if (!text.isEmpty()) {
      findings.add(row, Defect.VALUE_NOT_NUMBER, field.name(), raw);
    }
    return null;
  }

  private @Nullable Boolean truth(long row, Object raw, Findings findings) {
    switch (raw.toString().strip().toLowerCase(Locale.ROOT)) {
      case "1", "true", "t", "yes", "y", "是" -> {
        return true;
      }
      case "0", "false", "f", "no", "n", "否" -> {
        return false;
      }
      default -> {
        findings.add(row, Defect.VALUE_NOT_BOOLEAN, field.name(), raw);
        return null;
      }
    }
  }

  private @Nullable LocalDate date(long row, String text, Findings findings) {
    LocalDate day = Dates.parse(text.strip());
    LocalDateTime time = day == null ? Dates.parseTime(text.strip()) : null;
    if (day == null && time == null) {
      findings.add(row, Defect.VALUE_NOT_DATE, field.name(), text);
    }
    return time == null ? day : time.toLocalDate();
  }

  private @Nullable LocalDateTime time(long row, String text, Findings findings) {
    LocalDateTime time = Dates.parseTime(text.strip());
    LocalDate day = time == null ? Dates.parse(text.strip()) : null;
    if (time == null && day == null) {
      findings.add(row, Defect.VALUE_NOT_DATE, field.name(), text);
    }
    return day == null ? time : day.atStartOfDay();
  }
}
