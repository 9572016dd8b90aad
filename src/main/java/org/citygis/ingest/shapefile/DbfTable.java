package org.citygis.ingest.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.citygis.ingest.encoding.TextDecoder;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.FieldNames;
import org.citygis.ingest.source.Findings;
import org.citygis.ingest.source.SourceField;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** The rows of a .dbf. */
final class DbfTable implements AutoCloseable {
  private final FileWindow file;
  private final DbfHeader header;

  private DbfTable(FileWindow file, DbfHeader header) {
    this.file = file;
    this.header = header;
  }

  static DbfTable open(Path path, Findings findings) throws IOException, UnreadableFile {
    FileWindow file = new FileWindow(path);
    try {
      DbfHeader header = DbfHeader.read(file);
      if (header.repaired()) {
        findings.add(0, Defect.DBF_HEADER_REPAIRED);
      }
      if (header.rows() != header.claimed()) {
        findings.add(0, Defect.DBF_COUNT_WRONG, header.claimed(), header.rows());
      }
      return new DbfTable(file, header);
    } catch (IOException | UnreadableFile e) {
      file.close();
      throw e;
    }
  }

  long rows() {
    return header.rows();
  }

  int ldid() {
    return header.ldid();
  }

  List<DbfField> fields() {
    return header.fields();
  }

  /** One row with its mark; valid until the next call. */
  ByteBuffer row(long index) throws IOException {
    return file.at(header.start() + index * header.recordLength(), header.recordLength());
  }

  static boolean isDeleted(ByteBuffer row) {
    return row.get(0) == '*';
  }

  /** The fields with unique names, decoded as the rows are. */
  List<SourceField> describe(TextDecoder text, Findings findings) {
    FieldNames names = new FieldNames(findings);
    List<SourceField> described = new ArrayList<>();
    for (DbfField field : fields()) {
      String original = text.decode(field.name(), 0, field.name().length).strip();
      String name = names.claim(original);
      if (field.isMemo()) {
        findings.add(0, Defect.FIELD_MEMO, name);
      }
      described.add(new SourceField(name, original, field.kind(), field.width()));
    }
    return described;
  }

  /** All values of a row, null where the field is blank or unreadable. */
  @Nullable Object[] values(ByteBuffer row, DbfValues values) {
    List<DbfField> fields = header.fields();
    @Nullable Object[] result = new Object[fields.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values.value(row, fields.get(i), i);
    }
    return result;
  }

  @Override
  public void close() {
    file.close();
  }
}
