package org.citygis.ingest.shapefile;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file read at positions through one bounded buffer; made for reading mostly forward. */
final class FileWindow implements AutoCloseable {
  private static final int CAPACITY = 1 << 18;
  private static final int PAGE = 1 << 12;

  private final FileChannel channel;
  private final long size;
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private long start;

  FileWindow(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    size = channel.size();
  }

  long size() {
    return size;
  }

  boolean holds(long position, long length) {
    return position >= 0 && length >= 0 && position <= size && length <= size - position;
  }

  /**
   * The bytes from a position on, little-endian; valid until the next call. The caller has checked
   * that the file {@link #holds} them.
   */
  ByteBuffer at(long position, int length) throws IOException {
    if (position < start || position + length > start + buffer.limit()) {
      fill(position, length);
    }
    return buffer.slice((int) (position - start), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  int bigEndianInt(long position) throws IOException {
    return at(position, 4).order(ByteOrder.BIG_ENDIAN).getInt(0);
  }

  private void fill(long position, int length) throws IOException {
    if (buffer.capacity() < length || buffer.capacity() == 0) {
      buffer = ByteBuffer.allocate((int) Math.max(length, Math.min(CAPACITY, size)));
    }
    // A jump away from where the last read ended says that reading is not going forward.
    boolean jump = position < start || position > start + buffer.limit() + CAPACITY;
    buffer.clear();
    if (jump) {
      buffer.limit(Math.min(buffer.capacity(), Math.max(length, PAGE)));
    }
    start = position;
    while (buffer.position() < length) {
      if (channel.read(buffer, start + buffer.position()) < 0) {
        buffer.limit(0);
        throw new EOFException("file became shorter while it was read");
      }
    }
    buffer.flip();
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written; a read-only channel that fails to close has nothing to lose.
      buffer = ByteBuffer.allocate(0);
    }
  }
}
