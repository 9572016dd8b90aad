package org.citygis.ingest.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.citygis.ingest.encoding.TextDecoder;
import org.citygis.ingest.encoding.TextSample;

/** Takes a sample of a .dbf's texts: names of fields, and values of rows spread over it. */
final class DbfText {
  private static final int ROWS = 2_000;

  private final TextSample sample = new TextSample();
  private final List<DbfField> fields;

  private DbfText(DbfTable table) {
    this.fields = table.fields().stream().filter(DbfField::isText).toList();
  }

  static TextSample sample(DbfTable table) throws IOException {
    DbfText text = new DbfText(table);
    for (DbfField field : table.fields()) {
      text.sample.add(field.name(), 0, field.name().length, field.name().length >= 10);
    }
    long step = Math.max(1, table.rows() / ROWS);
    for (long row = 0; row < table.rows() && text.sample.hasRoom(); row += step) {
      text.addRow(table.row(row));
    }
    if (text.sample.isAscii() && step > 1) {
      // Few texts are not ASCII: they decide nevertheless, so the whole file is searched for them.
      for (long row = 0; row < table.rows() && text.sample.isScarce(); row++) {
        text.addRow(table.row(row));
      }
    }
    return text.sample;
  }

  private void addRow(ByteBuffer row) {
    if (DbfTable.isDeleted(row)) {
      return;
    }
    for (DbfField field : fields) {
      int at = row.arrayOffset() + field.offset();
      int length = TextDecoder.length(row.array(), at, field.width());
      sample.add(row.array(), at, length, length == field.width());
    }
  }
}
