package org.citygis.ingest.flatgeobuf;

import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.citygis.ingest.source.Dates;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Findings;
import org.jspecify.annotations.Nullable;
import org.wololo.flatgeobuf.generated.ColumnType;

/** Reads the values of one feature: each behind the number of its column. */
final class Properties {
  private final Layout layout;
  private final Findings findings;

  Properties(Layout layout, Findings findings) {
    this.layout = layout;
    this.findings = findings;
  }

  /** Reads as far as the bytes make sense; what is missing stays null. */
  @Nullable Object[] read(long row, @Nullable ByteBuffer written) {
    @Nullable Object[] values = new Object[layout.fields().size()];
    if (written == null) {
      return values;
    }
    ByteBuffer in = written.order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (in.remaining() >= Short.BYTES) {
        int column = Short.toUnsignedInt(in.getShort());
        if (column >= layout.types().length) {
          findings.add(row, Defect.FEATURE_DAMAGED);
          return values;
        }
        Object value = value(row, in, column);
        int at = layout.positions()[column];
        if (at >= 0) {
          values[at] = value;
        }
      }
    } catch (BufferUnderflowException cutOff) {
      findings.add(row, Defect.FEATURE_DAMAGED);
    }
    return values;
  }

  private @Nullable Object value(long row, ByteBuffer in, int column) {
    return switch (layout.types()[column]) {
      case ColumnType.Byte -> (Object) (long) in.get();
      case ColumnType.UByte -> Byte.toUnsignedLong(in.get());
      case ColumnType.Bool -> in.get() != 0;
      case ColumnType.Short -> (long) in.getShort();
      case ColumnType.UShort -> Short.toUnsignedLong(in.getShort());
      case ColumnType.Int -> (long) in.getInt();
      case ColumnType.UInt -> Integer.toUnsignedLong(in.getInt());
      case ColumnType.Long -> in.getLong();
      case ColumnType.ULong -> new BigDecimal(Long.toUnsignedString(in.getLong()));
      case ColumnType.Float -> finite(row, column, in.getFloat());
      case ColumnType.Double -> finite(row, column, in.getDouble());
      case ColumnType.DateTime -> time(row, column, text(in));
      case ColumnType.Binary -> {
        text(in);
        yield null;
      }
      default -> text(in).replace("\0", "");
    };
  }

  private @Nullable Double finite(long row, int column, double number) {
    if (Double.isFinite(number)) {
      return number;
    }
    findings.add(row, Defect.VALUE_NOT_NUMBER, name(column), number);
    return null;
  }

  private @Nullable LocalDateTime time(long row, int column, String text) {
    LocalDateTime time = Dates.parseTime(text);
    LocalDate day = time == null ? Dates.parse(text) : null;
    if (time == null && day == null && !text.isEmpty()) {
      findings.add(row, Defect.VALUE_NOT_DATE, name(column), text);
    }
    return day == null ? time : day.atStartOfDay();
  }

  private String name(int column) {
    return layout.fields().get(layout.positions()[column]).name();
  }

  private static String text(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
