package org.citygis.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Writes rows by COPY in its binary form: PostgreSQL manual, COPY, "Binary Format". */
final class CopyWriter implements RowWriter {
  private static final byte[] SIGNATURE = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0
  };
  private static final int FLUSH = 1 << 16;
  private static final LocalDate EPOCH_DAY = LocalDate.of(2000, 1, 1);
  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private final FeatureTable table;
  private final @Nullable Ewkb ewkb;
  private final CopyIn copy;
  private ByteBuffer buffer = ByteBuffer.allocate(2 * FLUSH);

  /**
   * @param into name of the table, quoted; new in the connection's transaction
   */
  CopyWriter(Connection connection, String into, FeatureTable table) throws SQLException {
    this.table = table;
    this.ewkb = table.geometry() == null ? null : new Ewkb(table.geometry());
    // FREEZE is allowed because the table is new in this transaction; it saves a second pass by
    // vacuum.
    this.copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("COPY %s FROM STDIN (FORMAT binary, FREEZE)".formatted(into));
    buffer.put(SIGNATURE).putInt(0).putInt(0);
  }

  @Override
  public void add(long fid, @Nullable Geometry geometry, List<? extends @Nullable Object> values) {
    room(16);
    buffer.putShort((short) (1 + (ewkb == null ? 0 : 1) + values.size()));
    buffer.putInt(8).putLong(fid);
    if (ewkb != null) {
      shape(ewkb, geometry);
    }
    for (int i = 0; i < values.size(); i++) {
      value(table.columns().get(i).type(), values.get(i));
    }
    if (buffer.position() >= FLUSH) {
      flush();
    }
  }

  private void shape(Ewkb ewkb, @Nullable Geometry geometry) {
    if (geometry == null) {
      buffer.putInt(-1);
      return;
    }
    Geometry shape = ewkb.promote(geometry);
    int size = ewkb.writer().size(shape);
    room(4 + size);
    ewkb.writer().write(shape, buffer.putInt(size));
  }

  private void value(ColumnType type, @Nullable Object value) {
    room(16);
    if (value == null) {
      buffer.putInt(-1);
      return;
    }
    switch (type) {
      // PostgreSQL has no NUL in text.
      case TEXT -> bytes(((String) value).replace("\0", "").getBytes(StandardCharsets.UTF_8));
      case INTEGER -> buffer.putInt(8).putLong((Long) value);
      case NUMBER -> buffer.putInt(8).putDouble((Double) value);
      case BOOLEAN -> buffer.putInt(1).put((byte) ((Boolean) value ? 1 : 0));
      case DATE ->
          buffer
              .putInt(4)
              .putInt((int) (((LocalDate) value).toEpochDay() - EPOCH_DAY.toEpochDay()));
      case DATETIME -> buffer.putInt(8).putLong(micros((Instant) value));
    }
  }

  private static long micros(Instant instant) {
    return (instant.getEpochSecond() - EPOCH.getEpochSecond()) * 1_000_000
        + instant.getNano() / 1_000;
  }

  private void bytes(byte[] value) {
    room(4 + value.length);
    buffer.putInt(value.length).put(value);
  }

  private void room(int bytes) {
    if (buffer.remaining() < bytes) {
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + bytes));
      buffer = larger.put(buffer.flip());
    }
  }

  private void flush() {
    try {
      copy.writeToCopy(buffer.array(), 0, buffer.position());
      buffer.clear();
    } catch (SQLException e) {
      throw Failures.of("loading " + table.tableName(), e);
    }
  }

  @Override
  public void end() throws SQLException {
    room(2);
    buffer.putShort((short) -1);
    flush();
    copy.endCopy();
  }

  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
