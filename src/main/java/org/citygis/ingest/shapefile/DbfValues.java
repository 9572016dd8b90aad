package org.citygis.ingest.shapefile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.citygis.ingest.encoding.TextDecoder;
import org.citygis.ingest.source.Dates;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldKind;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.SourceField;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a .dbf's fields into values; what is no value becomes null and a finding. */
final class DbfValues {
  private static final double[] TEN = new double[23];

  static {
    TEN[0] = 1;
    for (int i = 1; i < TEN.length; i++) {
      TEN[i] = TEN[i - 1] * 10;
    }
  }

  /** Day number of 1970-01-01 in the Julian count that FoxPro uses. */
  private static final long JULIAN_EPOCH = 2_440_588;

  private static final long MILLIS_PER_DAY = 86_400_000;

  private final TextDecoder text;
  private final List<SourceField> names;
  private final Findings findings;
  private long number;

  DbfValues(TextDecoder text, List<SourceField> names, Findings findings) {
    this.text = text;
    this.names = names;
    this.findings = findings;
  }

  /** Says which row the findings of the next values belong to. */
  void row(long number) {
    this.number = number;
  }

  @Nullable Object value(ByteBuffer row, DbfField field, int index) {
    byte[] bytes = row.array();
    int at = row.arrayOffset() + field.offset();
    int width = field.width();
    if (width == 0 || field.isMemo()) {
      return null;
    }
    return switch (field.type()) {
      case 'N', 'F' -> number(bytes, at, width, field, index);
      case 'D' -> date(bytes, at, width, index);
      case 'L' -> logical(bytes, at, width);
      case 'I', '+' ->
          width == 4
              ? (Object) (long) row.getInt(field.offset())
              : number(bytes, at, width, field, index);
      case 'B', 'O' ->
          width == 8
              ? finite(row.getDouble(field.offset()))
              : number(bytes, at, width, field, index);
      case 'Y' ->
          width == 8
              ? (Object) (row.getLong(field.offset()) / 10_000.0)
              : number(bytes, at, width, field, index);
      case 'T', '@' -> width == 8 ? datetime(row, field.offset(), index) : null;
      default -> text(bytes, at, width, index);
    };
  }

  private @Nullable String text(byte[] bytes, int at, int width, int index) {
    String value = text.decode(bytes, at, width);
    if (text.wasBroken()) {
      findings.add(number, Defect.TEXT_UNDECODABLE, names.get(index).name(), text.charset());
    }
    return value.isEmpty() ? null : value;
  }

  private @Nullable Object number(byte[] bytes, int at, int width, DbfField field, int index) {
    int from = at;
    int to = at + TextDecoder.length(bytes, at, width);
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    if (from == to || isFiller(bytes, from, to)) {
      return null;
    }
    Object quick = quick(bytes, from, to, field.kind());
    return quick != null ? quick : slow(bytes, from, to, field.kind(), index);
  }

  /** A field of asterisks is how a value too wide for it is written. */
  private static boolean isFiller(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != '*') {
        return false;
      }
    }
    return true;
  }

  /**
   * Plain decimals of at most 15 digits: a whole number below 2^53 divided by a power of ten up to
   * 10^22 is rounded once and therefore exact. Null for everything else.
   */
  private static @Nullable Object quick(byte[] bytes, int from, int to, FieldKind kind) {
    int i = from;
    boolean negative = bytes[i] == '-';
    if (negative || bytes[i] == '+') {
      i++;
    }
    long digits = 0;
    int count = 0;
    int fraction = -1;
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b >= '0' && b <= '9') {
        digits = digits * 10 + (b - '0');
        count++;
        if (fraction >= 0) {
          fraction++;
        }
      } else if (b == '.' && fraction < 0) {
        fraction = 0;
      } else {
        return null;
      }
    }
    if (count == 0 || count > 18 || (count > 15 && kind == FieldKind.NUMBER)) {
      return null;
    }
    long signed = negative ? -digits : digits;
    return switch (kind) {
      case INTEGER -> fraction <= 0 ? (Object) signed : null;
      case LARGE_INTEGER -> fraction <= 0 ? BigDecimal.valueOf(signed) : null;
      default -> {
        double value = fraction <= 0 ? digits : digits / TEN[fraction];
        yield negative ? -value : value;
      }
    };
  }

  private @Nullable Object slow(byte[] bytes, int from, int to, FieldKind kind, int index) {
    String written = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    String plain = written.indexOf('.') < 0 ? written.replace(',', '.') : written;
    BigDecimal value;
    try {
      value = new BigDecimal(plain.strip());
      if (Math.abs((long) value.precision() - value.scale()) > 400) {
        throw new NumberFormatException("out of any range");
      }
    } catch (NumberFormatException e) {
      findings.add(number, Defect.VALUE_NOT_NUMBER, names.get(index).name(), written);
      return null;
    }
    if (kind == FieldKind.NUMBER) {
      return finite(value.doubleValue());
    }
    BigDecimal whole = value.setScale(0, RoundingMode.DOWN);
    if (whole.compareTo(value) != 0) {
      findings.add(number, Defect.VALUE_CUT_TO_INTEGER, names.get(index).name(), written);
    }
    if (kind == FieldKind.LARGE_INTEGER) {
      return whole;
    }
    try {
      return whole.longValueExact();
    } catch (ArithmeticException tooLarge) {
      findings.add(number, Defect.VALUE_NOT_NUMBER, names.get(index).name(), written);
      return null;
    }
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static @Nullable Boolean logical(byte[] bytes, int at, int width) {
    int length = TextDecoder.length(bytes, at, width);
    return switch (length == 0 ? ' ' : bytes[at]) {
      case 'T', 't', 'Y', 'y', '1' -> Boolean.TRUE;
      case 'F', 'f', 'N', 'n', '0' -> Boolean.FALSE;
      default -> null;
    };
  }

  private @Nullable LocalDate date(byte[] bytes, int at, int width, int index) {
    String written =
        new String(bytes, at, TextDecoder.length(bytes, at, width), StandardCharsets.ISO_8859_1)
            .strip();
    if (written.isEmpty() || written.chars().allMatch(c -> c == '0' || c == '/' || c == '-')) {
      return null;
    }
    LocalDate date = Dates.parse(written);
    if (date == null) {
      findings.add(number, Defect.VALUE_NOT_DATE, names.get(index).name(), written);
    }
    return date;
  }

  /** A Julian day and the milliseconds of the day, both little-endian. */
  private @Nullable LocalDateTime datetime(ByteBuffer row, int offset, int index) {
    int day = row.getInt(offset);
    int millis = row.getInt(offset + 4);
    if (day == 0 || (day == 0x20202020 && millis == 0x20202020)) {
      return null;
    }
    LocalDate date = LocalDate.ofEpochDay(day - JULIAN_EPOCH);
    if (millis < 0 || millis >= MILLIS_PER_DAY || date.getYear() < 1 || date.getYear() > 9999) {
      findings.add(number, Defect.VALUE_NOT_DATE, names.get(index).name(), day + " " + millis);
      return null;
    }
    return date.atStartOfDay().plusNanos(millis * 1_000_000L);
  }
}
