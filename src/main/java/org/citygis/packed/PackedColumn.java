package org.citygis.packed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.citygis.storage.Column;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a field stand in a block: as numbers of few bytes, texts by their number in a
 * dictionary where there are few different ones, else by what they have more than the one before.
 *
 * @param dictionary all texts of the field, null where there are too many
 */
record PackedColumn(Column column, @Nullable List<String> dictionary) {
  /** 0 is null, 1 a number of eight bytes, all others a number of thousandths. */
  private static final int THOUSANDTHS = 2;

  /** Writes the values of a block; keeps the text before. */
  final class Writer {
    private final Map<String, Integer> places = new HashMap<>();
    private byte[] before = {};

    Writer() {
      if (dictionary != null) {
        dictionary.forEach(text -> places.put(text, places.size()));
      }
    }

    void startBlock() {
      before = new byte[0];
    }

    void write(@Nullable Object value, ByteSink sink) {
      if (value == null) {
        sink.varint(0);
        return;
      }
      switch (column.type()) {
        case TEXT -> text((String) value, sink);
        case INTEGER -> number((Long) value, sink);
        case NUMBER -> number((Double) value, sink);
        case BOOLEAN -> sink.varint((Boolean) value ? 2 : 1);
        case DATE -> number(((LocalDate) value).toEpochDay(), sink);
        case DATETIME -> {
          Instant time = (Instant) value;
          number(time.getEpochSecond(), sink);
          sink.varint(time.getNano());
        }
      }
    }

    private void text(String text, ByteSink sink) {
      if (dictionary != null) {
        sink.varint(1 + Objects.requireNonNull(places.get(text)));
        return;
      }
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      int shared = Arrays.mismatch(before, bytes);
      if (shared < 0) {
        shared = bytes.length;
      }
      sink.varint(1 + shared);
      sink.varint(bytes.length - shared);
      sink.append(bytes, shared, bytes.length - shared);
      before = bytes;
    }

    private static void number(long value, ByteSink sink) {
      long zigzag = (value << 1) ^ (value >> 63);
      if (zigzag >= 0 && zigzag < Long.MAX_VALUE - THOUSANDTHS) {
        sink.varlong(zigzag + THOUSANDTHS);
      } else {
        sink.varint(1);
        sink.fixed(value);
      }
    }

    private static void number(double value, ByteSink sink) {
      double thousandths = Math.rint(value * 1000);
      if (Math.abs(thousandths) < 1L << 50
          && Double.doubleToLongBits(thousandths / 1000) == Double.doubleToLongBits(value)) {
        number((long) thousandths, sink);
      } else {
        sink.varint(1);
        sink.fixed(Double.doubleToRawLongBits(value));
      }
    }
  }

  /** Reads the values of a block in the order in which they were written. */
  final class Reader {
    private byte[] text = new byte[64];

    /**
     * @param wanted whether somebody needs the value; if not, it is passed over and null answered
     */
    @Nullable Object read(ByteSource source, boolean wanted) {
      if (column.type() == ColumnType.TEXT) {
        return text(source, wanted);
      }
      if (wanted) {
        return other(source);
      }
      skip(source);
      return null;
    }

    private void skip(ByteSource source) {
      long head = source.varlong();
      if (head == 1 && column.type() != ColumnType.BOOLEAN) {
        source.skip(8);
      }
      if (head != 0 && column.type() == ColumnType.DATETIME) {
        source.varint();
      }
    }

    private @Nullable Object other(ByteSource source) {
      return switch (column.type()) {
        case TEXT -> throw new IllegalStateException("a text is read by itself");
        case INTEGER -> {
          long head = source.varlong();
          yield head == 0 ? null : (Object) number(head, source);
        }
        case NUMBER -> {
          long head = source.varlong();
          yield head == 0
              ? null
              : (Object)
                  (head == 1
                      ? Double.longBitsToDouble(source.fixed())
                      : number(head, source) / 1000.0);
        }
        case BOOLEAN -> {
          int head = source.varint();
          yield head == 0 ? null : (Object) (head == 2);
        }
        case DATE -> {
          long head = source.varlong();
          yield head == 0 ? null : LocalDate.ofEpochDay(number(head, source));
        }
        case DATETIME -> {
          long head = source.varlong();
          yield head == 0 ? null : Instant.ofEpochSecond(number(head, source), source.varint());
        }
      };
    }

    private @Nullable Object text(ByteSource source, boolean wanted) {
      int head = source.varint();
      if (head == 0) {
        return null;
      }
      if (dictionary != null) {
        return wanted ? dictionary.get(head - 1) : null;
      }
      int shared = head - 1;
      int more = source.varint();
      if (text.length < shared + more) {
        text = Arrays.copyOf(text, 2 * (shared + more));
      }
      System.arraycopy(source.bytes(), source.at(), text, shared, more);
      source.skip(more);
      int length = shared + more;
      return wanted ? new String(text, 0, length, StandardCharsets.UTF_8) : null;
    }

    private static long number(long head, ByteSource source) {
      if (head == 1) {
        return source.fixed();
      }
      long zigzag = head - THOUSANDTHS;
      return (zigzag >>> 1) ^ -(zigzag & 1);
    }
  }
}
