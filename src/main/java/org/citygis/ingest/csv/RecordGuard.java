package org.citygis.ingest.csv;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.citygis.ingest.source.RecordLimit;

/** Ends the reading where one record is longer than memory should hold: a quote may be missing. */
final class RecordGuard extends FilterReader {
  static final int LIMIT = RecordLimit.CHARACTERS;

  private long record;

  RecordGuard(Reader text) {
    super(text);
  }

  /** The record would not end. */
  static final class TooLong extends IOException {
    TooLong() {
      super("record too long");
    }
  }

  /** A record was read; the next one may be as long again. */
  void next() {
    record = 0;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    count(1);
    return read;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  private void count(int characters) throws TooLong {
    record += characters;
    if (record > LIMIT) {
      throw new TooLong();
    }
  }
}
