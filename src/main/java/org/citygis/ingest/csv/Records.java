package org.citygis.ingest.csv;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.citygis.ingest.source.Defect;
import org.citygis.ingest.source.Finding;
import org.citygis.ingest.source.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** The records of a table one after the other. */
final class Records implements AutoCloseable {
  private final RecordGuard guard;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  Records(Reader text, char delimiter) throws IOException {
    this.guard = new RecordGuard(text);
    this.parser =
        CSVParser.builder()
            .setReader(guard)
            .setFormat(
                CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter)
                    .setIgnoreEmptyLines(true)
                    .setTrailingData(true)
                    .setLenientEof(true)
                    .get())
            .get();
    this.records = parser.iterator();
  }

  /** Null behind the last one. */
  @Nullable CSVRecord next() throws IOException, UnreadableFile {
    guard.next();
    long line = parser.getCurrentLineNumber() + 1;
    try {
      return records.hasNext() ? records.next() : null;
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof RecordGuard.TooLong tooLong) {
        throw new UnreadableFile(
            Finding.of(0, Defect.CSV_RECORD_TOO_LONG, line, RecordGuard.LIMIT), tooLong);
      }
      if (e.getCause() instanceof CSVException broken) {
        throw new UnreadableFile(
            Finding.of(0, Defect.CSV_BROKEN, line, String.valueOf(broken.getMessage())), broken);
      }
      throw e.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
