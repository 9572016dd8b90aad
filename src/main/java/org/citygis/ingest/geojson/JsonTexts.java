package org.citygis.ingest.geojson;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of one JSON text, or of several one after the other. The record separators of RFC 8142
 * become blanks: no JSON text in UTF-8 holds that byte.
 */
final class JsonTexts extends FilterInputStream {
  private static final byte SEPARATOR = 0x1E;

  private final boolean sequence;

  JsonTexts(InputStream file) throws IOException {
    super(new BufferedInputStream(file, 1 << 16));
    in.mark(1);
    this.sequence = in.read() == SEPARATOR;
    in.reset();
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    return sequence && read == SEPARATOR ? ' ' : read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (sequence) {
      for (int i = offset; i < offset + read; i++) {
        if (bytes[i] == SEPARATOR) {
          bytes[i] = ' ';
        }
      }
    }
    return read;
  }
}
