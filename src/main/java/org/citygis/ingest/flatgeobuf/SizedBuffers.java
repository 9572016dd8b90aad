package org.citygis.ingest.flatgeobuf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The buffers of a file one after the other, each behind its size. */
final class SizedBuffers implements AutoCloseable {
  private final InputStream in;
  private final long size;
  private long position;

  SizedBuffers(Path file) throws IOException {
    this.size = Files.size(file);
    this.in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  long position() {
    return position;
  }

  byte[] bytes(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    position += bytes.length;
    return bytes;
  }

  /** False where the file ends before. */
  boolean skip(long bytes) throws IOException {
    if (bytes > size - position) {
      return false;
    }
    in.skipNBytes(bytes);
    position += bytes;
    return true;
  }

  boolean isAtEnd() {
    return position >= size;
  }

  /**
   * The next buffer.
   *
   * @param most bytes it may have
   * @return null where its size is zero, over the limit or beyond the end of the file
   */
  @Nullable ByteBuffer next(int most) throws IOException {
    byte[] head = bytes(Integer.BYTES);
    if (head.length < Integer.BYTES) {
      return null;
    }
    long length =
        Integer.toUnsignedLong(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt());
    if (length < Integer.BYTES || length > most || length > size - position) {
      return null;
    }
    return ByteBuffer.wrap(bytes((int) length)).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
