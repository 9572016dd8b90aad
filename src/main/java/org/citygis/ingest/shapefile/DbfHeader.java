package org.citygis.ingest.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.citygis.ingest.encoding.TextDecoder;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.UnreadableFile;

/**
 * The header of a .dbf, its lies corrected by what the file holds.
 *
 * @param rows that are really there
 * @param claimed rows according to the file
 * @param start of the first row in the file
 * @param repaired lengths were wrong and have been computed
 */
record DbfHeader(
    long rows,
    long claimed,
    int start,
    int recordLength,
    int ldid,
    List<DbfField> fields,
    boolean repaired) {
  private static final int PREFIX = 32;
  private static final int DESCRIPTOR = 32;
  private static final String TYPES = "CNFDLMIBYT@+OGPVWQ0";

  static DbfHeader read(FileWindow file) throws IOException, UnreadableFile {
    if (file.size() < PREFIX + 1) {
      throw unusable(file.size() + " B");
    }
    ByteBuffer prefix = file.at(0, PREFIX);
    long claimed = Integer.toUnsignedLong(prefix.getInt(4));
    int headerLength = Short.toUnsignedInt(prefix.getShort(8));
    int recordLength = Short.toUnsignedInt(prefix.getShort(10));
    int ldid = Byte.toUnsignedInt(prefix.get(29));

    int reach = (int) Math.min(file.size(), 0x10000 + DESCRIPTOR);
    byte[] bytes = new byte[reach];
    file.at(0, reach).get(bytes);
    int count = countFields(bytes, headerLength);
    List<DbfField> fields = fields(bytes, count, recordLength);
    int end = PREFIX + DESCRIPTOR * count;
    int computed = end + (end < reach && bytes[end] == 0x0D ? 1 : 0);

    int sum = 1 + fields.stream().mapToInt(DbfField::width).sum();
    Room room = new Room(file.size(), claimed);
    int start = headerLength < computed || headerLength > file.size() ? computed : headerLength;
    int length = Math.max(recordLength, sum);
    if (!room.isFilled(start, length)) {
      if (room.isFilled(start, sum)) {
        length = sum;
      } else if (room.isFilled(computed, length)) {
        start = computed;
      } else if (room.isFilled(computed, sum)) {
        start = computed;
        length = sum;
      }
    }
    long there = Math.max(0, file.size() - start) / length;
    long rows = Math.min(claimed, there);
    if (claimed == 0 && there > 0 && isRow(file.at(start, 1).get(0))) {
      rows = there;
    }
    fields = fields.stream().filter(field -> field.type() != '0').toList();
    boolean repaired = start != headerLength || length != recordLength;
    return new DbfHeader(rows, claimed, start, length, ldid, fields, repaired);
  }

  /** How many bytes there are, and for how many rows. */
  private record Room(long size, long claimed) {
    /** All rows fit and at most an end mark is left over. */
    boolean isFilled(int start, int length) {
      long end = start + claimed * length;
      return end <= size && size <= end + 1;
    }
  }

  private static boolean isRow(byte mark) {
    return mark == ' ' || mark == '*';
  }

  private static int countFields(byte[] bytes, int headerLength) throws UnreadableFile {
    int terminated = 0;
    int at = PREFIX;
    while (at < bytes.length && bytes[at] != 0x0D) {
      boolean beyond = at + DESCRIPTOR > headerLength;
      if (at + DESCRIPTOR > bytes.length || (beyond && !looksLikeField(bytes, at))) {
        terminated = -1;
        break;
      }
      at += DESCRIPTOR;
      terminated++;
    }
    if (terminated >= 0 && at < bytes.length) {
      return terminated;
    }
    int byLength = (Math.min(headerLength, bytes.length) - PREFIX) / DESCRIPTOR;
    if (byLength < 1 || headerLength > bytes.length) {
      throw unusable(headerLength + " B");
    }
    return byLength;
  }

  private static boolean looksLikeField(byte[] bytes, int at) {
    return bytes[at] != ' '
        && bytes[at] != 0
        && TYPES.indexOf(Character.toUpperCase((char) bytes[at + 11])) >= 0
        && bytes[at + 16] != 0;
  }

  private static List<DbfField> fields(byte[] bytes, int count, int recordLength) {
    int plain = 1;
    int extended = 1;
    for (int i = 0; i < count; i++) {
      int at = PREFIX + DESCRIPTOR * i;
      plain += width(bytes, at, false);
      extended += width(bytes, at, true);
    }
    // Clipper keeps the high byte of a long text's width where others keep the decimals.
    boolean wide = extended == recordLength && plain != recordLength;
    List<DbfField> fields = new ArrayList<>(count);
    int offset = 1;
    for (int i = 0; i < count; i++) {
      int at = PREFIX + DESCRIPTOR * i;
      int width = width(bytes, at, wide);
      int name = TextDecoder.length(bytes, at, 11);
      fields.add(
          new DbfField(
              Arrays.copyOfRange(bytes, at, at + name),
              type(bytes, at),
              offset,
              width,
              Byte.toUnsignedInt(bytes[at + 17])));
      offset += width;
    }
    return fields;
  }

  private static char type(byte[] bytes, int at) {
    return Character.toUpperCase((char) Byte.toUnsignedInt(bytes[at + 11]));
  }

  private static int width(byte[] bytes, int at, boolean extended) {
    int width = Byte.toUnsignedInt(bytes[at + 16]);
    return extended && type(bytes, at) == 'C'
        ? width + 256 * Byte.toUnsignedInt(bytes[at + 17])
        : width;
  }

  private static UnreadableFile unusable(String reason) {
    return new UnreadableFile(Finding.of(0, Defect.DBF_UNUSABLE, reason));
  }
}
