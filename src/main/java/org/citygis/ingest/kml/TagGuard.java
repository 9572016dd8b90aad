package org.citygis.ingest.kml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.citygis.ingest.source.RecordLimit;

/**
 * Ends the reading where a tag, a comment or a name goes on and on: the parser keeps those whole,
 * while text comes from it in pieces that can be counted later.
 */
final class TagGuard extends FilterInputStream {
  private long length;
  private boolean open;

  TagGuard(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      see((byte) read);
      check();
    }
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    int read = super.read(bytes, offset, count);
    for (int i = offset; i < offset + read; i++) {
      see(bytes[i]);
    }
    check();
    return read;
  }

  private void see(byte b) {
    if (b == '<') {
      open = true;
      length = 0;
    } else if (b == '>') {
      open = false;
    } else if (open) {
      length++;
    }
  }

  private void check() throws IOException {
    if (open && length > RecordLimit.CHARACTERS) {
      throw new IOException("a tag of more than " + RecordLimit.CHARACTERS + " bytes");
    }
  }
}
