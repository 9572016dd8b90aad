package org.citygis.export.shapefile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citygis.storage.ColumnType;
import org.jspecify.annotations.Nullable;

/**
 * A .dbf. Its rows are put aside first, because the widths of its fields stand before them in the
 * file and are those of the data.
 */
final class DbfFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int DESCRIPTOR = 32;
  private static final int LANGUAGE_BYTE = 29;
  private static final int NAME_BYTES = 10;

  /** What the format can say of itself: sizes of head and row are two bytes. */
  static final int WIDEST_ROW = 65_535;

  private final Path file;
  private final Path aside;
  private final Charset charset;
  private final List<DbfColumn> columns = new ArrayList<>();
  private final DataOutputStream out;
  private long rows;

  DbfFile(Path file, Path aside, Charset charset) throws IOException {
    this.file = file;
    this.aside = aside;
    this.charset = charset;
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(aside), BUFFER));
  }

  /** Adds a field; before the first row. */
  void field(String name, ColumnType type) {
    columns.add(new DbfColumn(name, type, new DbfText(charset)));
  }

  List<DbfColumn> columns() {
    return columns;
  }

  void add(@Nullable Object[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      columns.get(i).put(values[i], out);
    }
    rows++;
  }

  int rowSize() {
    return 1 + columns.stream().mapToInt(DbfColumn::width).sum();
  }

  /** Bytes that the file will have with what was put aside so far. */
  long size() {
    return headSize() + rows * rowSize() + 1;
  }

  private int headSize() {
    return DESCRIPTOR + DESCRIPTOR * columns.size() + 1;
  }

  void finish(LocalDate today) throws IOException {
    out.close();
    if (rows == 0) {
      columns.forEach(DbfColumn::widen);
    }
    try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        DataInputStream values =
            new DataInputStream(new BufferedInputStream(Files.newInputStream(aside), BUFFER))) {
      target.write(head(today));
      byte[] row = new byte[rowSize()];
      row[0] = ' ';
      for (long i = 0; i < rows; i++) {
        int offset = 1;
        for (DbfColumn column : columns) {
          column.write(values, row, offset);
          offset += column.width();
        }
        target.write(row);
      }
      target.write(0x1A);
    }
    Files.delete(aside);
  }

  private byte[] head(LocalDate today) {
    ByteBuffer head = ByteBuffer.allocate(headSize()).order(ByteOrder.LITTLE_ENDIAN);
    head.put((byte) 3);
    head.put((byte) (today.getYear() - 1900));
    head.put((byte) today.getMonthValue());
    head.put((byte) today.getDayOfMonth());
    head.putInt((int) rows);
    head.putShort((short) headSize());
    head.putShort((short) rowSize());
    head.put(LANGUAGE_BYTE, languageByte());
    for (int i = 0; i < columns.size(); i++) {
      DbfColumn column = columns.get(i);
      byte[] name = column.name().getBytes(charset);
      int start = DESCRIPTOR + DESCRIPTOR * i;
      head.put(start, name, 0, Math.min(NAME_BYTES, name.length));
      head.put(start + 11, (byte) column.letter());
      head.put(start + 16, (byte) column.width());
      head.put(start + 17, (byte) column.decimals());
    }
    head.put(headSize() - 1, (byte) 0x0D);
    return head.array();
  }

  /** 4D is code page 936; there is none for UTF-8, which the .cpg tells. */
  private byte languageByte() {
    return (byte) (charset.equals(StandardCharsets.UTF_8) ? 0x00 : 0x4D);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
