package org.citygis.export.shapefile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.citygis.storage.ColumnType;
import org.citygis.web.geojson.JsonValues;
import org.jspecify.annotations.Nullable;

/**
 * A field of a .dbf whose width is found while its values pass: they are put aside with {@link
 * #put} and written into rows with {@link #write} once the widest is known.
 */
final class DbfColumn {
  /** What the format's readers take as a number; the longest double in scientific form has 24. */
  private static final int WIDEST_NUMBER = 24;

  private static final int WIDEST_FRACTION = 15;
  private static final int NULL = 255;
  private static final byte[] NONE = {};

  private final String name;
  private final ColumnType type;
  private final DbfText text;
  private int width = 1;
  private int whole = 1;
  private int fraction;
  private boolean scientific;
  private long cut;
  private long replaced;
  private long unwritable;

  DbfColumn(String name, ColumnType type, DbfText text) {
    this.name = name;
    this.type = type;
    this.text = text;
  }

  String name() {
    return name;
  }

  /** The type's letter in the head of the file. */
  char letter() {
    return switch (type) {
      case TEXT, DATETIME -> 'C';
      case INTEGER, NUMBER -> 'N';
      case BOOLEAN -> 'L';
      case DATE -> 'D';
    };
  }

  /** Bytes that the field takes in a row. */
  int width() {
    return switch (type) {
      case BOOLEAN -> 1;
      case DATE -> 8;
      case NUMBER -> scientific ? WIDEST_NUMBER : Math.min(WIDEST_NUMBER, whole + 1 + decimals());
      case TEXT, INTEGER, DATETIME -> width;
    };
  }

  /** Digits after the point; one at least, since a number without is read as an integer. */
  int decimals() {
    if (type != ColumnType.NUMBER) {
      return 0;
    }
    int room = WIDEST_NUMBER - whole - 1;
    return Math.clamp(Math.min(fraction, room), 1, WIDEST_FRACTION);
  }

  /** Texts that were longer than the format allows. */
  long cut() {
    return cut;
  }

  /** Texts with characters that the encoding lacks. */
  long replaced() {
    return replaced;
  }

  /** Values that the format has no way to write and that became null. */
  long unwritable() {
    return unwritable;
  }

  /** Gives a field of a table without rows room for rows to come. */
  void widen() {
    width = type == ColumnType.TEXT ? 80 : type == ColumnType.DATETIME ? 25 : 18;
    whole = 12;
    fraction = 6;
  }

  void put(@Nullable Object value, DataOutputStream aside) throws IOException {
    byte[] bytes = value == null ? NONE : bytes(value);
    if (value == null || bytes.length == 0 && type != ColumnType.TEXT) {
      unwritable += value == null ? 0 : 1;
      aside.writeByte(NULL);
      return;
    }
    aside.writeByte(bytes.length);
    aside.write(bytes);
    width = Math.max(width, bytes.length);
  }

  private byte[] bytes(Object value) {
    return switch (value) {
      case LocalDate day -> date(day);
      case Boolean bool -> new byte[] {(byte) (bool ? 'T' : 'F')};
      case Double number -> number(number);
      case Instant moment -> ascii(JsonValues.moment(moment));
      case Long number -> ascii(number.toString());
      default -> text(value.toString());
    };
  }

  private static byte[] date(LocalDate day) {
    boolean writable = day.getYear() >= 0 && day.getYear() <= 9999;
    return writable ? ascii(DateTimeFormatter.BASIC_ISO_DATE.format(day)) : NONE;
  }

  private byte[] text(String value) {
    ByteBuffer encoded = text.encode(value.replace('\0', ' '), DbfText.WIDEST);
    cut += text.wasCut() ? 1 : 0;
    replaced += text.wasReplaced() ? 1 : 0;
    return Arrays.copyOf(encoded.array(), encoded.limit());
  }

  /** The shortest form that reads back as the same number; its size decides on the width. */
  private byte[] number(double value) {
    if (!Double.isFinite(value)) {
      return NONE;
    }
    String shortest = Double.toString(value);
    String plain = shortest.indexOf('E') < 0 ? shortest : new BigDecimal(shortest).toPlainString();
    int point = plain.indexOf('.');
    int digits = point < 0 ? plain.length() : point;
    int after = point < 0 || plain.endsWith(".0") ? 0 : plain.length() - point - 1;
    if (digits + 1 + after > WIDEST_NUMBER || after > WIDEST_FRACTION) {
      scientific = true;
      return ascii(shortest);
    }
    whole = Math.max(whole, digits);
    fraction = Math.max(fraction, after);
    return ascii(plain);
  }

  private static byte[] ascii(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  /** Takes the value that was put aside and writes it at its place in the row. */
  void write(DataInputStream aside, byte[] row, int offset) throws IOException {
    int length = aside.readUnsignedByte();
    int size = width();
    Arrays.fill(row, offset, offset + size, (byte) ' ');
    if (length == NULL) {
      return;
    }
    byte[] bytes = aside.readNBytes(length);
    if (type == ColumnType.NUMBER) {
      bytes = padded(new String(bytes, StandardCharsets.US_ASCII), size);
    }
    boolean right = letter() == 'N';
    System.arraycopy(bytes, 0, row, right ? offset + size - bytes.length : offset, bytes.length);
  }

  /** With the field's digits after the point, where that loses nothing. */
  private byte[] padded(String shortest, int size) {
    if (shortest.indexOf('E') >= 0) {
      return ascii(shortest);
    }
    BigDecimal exact = new BigDecimal(shortest).stripTrailingZeros();
    String plain = exact.setScale(decimals(), RoundingMode.HALF_EVEN).toPlainString();
    boolean same = exact.scale() <= decimals() && plain.length() <= size;
    return ascii(same ? plain : shortest);
  }
}
