package org.citygis.ingest.kml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.citygis.ingest.source.RecordLimit;

/**
 * Ends the reading where a tag, a comment or a name goes on and on: the parser keeps those whole,
 * while text comes from it in pieces that can be counted later.
 */
final class TagGuard extends FilterReader {
  private long length;
  private boolean open;

  TagGuard(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      see((char) read);
      check();
    }
    return read;
  }

  @Override
  public int read(char[] text, int offset, int count) throws IOException {
    int read = super.read(text, offset, count);
    for (int i = offset; i < offset + read; i++) {
      see(text[i]);
    }
    check();
    return read;
  }

  private void see(char c) {
    if (c == '<') {
      open = true;
      length = 0;
    } else if (c == '>') {
      open = false;
    } else if (open) {
      length++;
    }
  }

  private void check() throws IOException {
    if (open && length > RecordLimit.CHARACTERS) {
      throw new IOException("a tag of more than " + RecordLimit.CHARACTERS + " characters");
    }
  }
}
