package org.citygis.packed;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts any number of records by their place along the Hilbert curve in little memory: full buffers
 * are sorted and written one behind the other to a file, then read side by side.
 */
final class SortedRuns implements Closeable {
  private static final int BUFFER = 32 << 20;
  private static final int INDEX_BITS = 24;
  private static final int READ_AHEAD = 1 << 17;

  /** Takes the records in order. */
  @FunctionalInterface
  interface Taker {
    /** Whether to go on. */
    boolean take(ByteSource record) throws IOException;
  }

  private record Run(long start, long end) {}

  private final FileChannel file;
  private final List<Run> runs = new ArrayList<>();
  private final ByteSink buffer = new ByteSink(BUFFER / 4);
  private long[] order = new long[1 << 12];
  private int[] starts = new int[1 << 12];
  private int count;

  SortedRuns(Path path) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * @param key 0 up to 2^40
   */
  void add(long key, ByteSink record) throws IOException {
    if (buffer.size() + record.size() > BUFFER || count == (1 << INDEX_BITS) - 1) {
      writeRun();
    }
    if (count + 1 >= starts.length) {
      order = Arrays.copyOf(order, 2 * count + 2);
      starts = Arrays.copyOf(starts, 2 * count + 2);
    }
    order[count] = key << INDEX_BITS | count;
    starts[count++] = buffer.size();
    buffer.append(record);
    starts[count] = buffer.size();
  }

  private void writeRun() throws IOException {
    if (count == 0) {
      return;
    }
    // Keys of 40 bits leave the sign alone only when compared unsigned.
    for (int i = 0; i < count; i++) {
      order[i] ^= Long.MIN_VALUE;
    }
    Arrays.sort(order, 0, count);
    long start = file.position();
    // Not closed: that would close the file.
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16));
    for (int i = 0; i < count; i++) {
      long entry = order[i] ^ Long.MIN_VALUE;
      int index = (int) (entry & ((1 << INDEX_BITS) - 1));
      out.writeLong(entry >>> INDEX_BITS);
      int length = starts[index + 1] - starts[index];
      out.writeInt(length);
      out.write(buffer.bytes(), starts[index], length);
    }
    out.flush();
    runs.add(new Run(start, file.position()));
    buffer.clear();
    count = 0;
  }

  /** Hands out all records in order; the last call before {@link #close}. */
  void drain(Taker taker) throws IOException {
    writeRun();
    PriorityQueue<Cursor> heads = new PriorityQueue<>(Comparator.comparingLong(c -> c.key));
    for (Run run : runs) {
      Cursor cursor = new Cursor(run);
      if (cursor.next()) {
        heads.add(cursor);
      }
    }
    ByteSource source = new ByteSource();
    while (!heads.isEmpty()) {
      Cursor cursor = heads.remove();
      source.of(cursor.record, 0);
      if (!taker.take(source)) {
        return;
      }
      if (cursor.next()) {
        heads.add(cursor);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Reads one run from its start. */
  private final class Cursor {
    private final DataInputStream in;
    private long key;
    private byte[] record = new byte[256];

    Cursor(Run run) {
      in = new DataInputStream(new BufferedInputStream(window(run), READ_AHEAD));
    }

    boolean next() throws IOException {
      try {
        key = in.readLong();
      } catch (EOFException end) {
        return false;
      }
      int length = in.readInt();
      if (record.length < length) {
        record = new byte[2 * length];
      }
      in.readFully(record, 0, length);
      return true;
    }

    private InputStream window(Run run) {
      return new InputStream() {
        private long at = run.start;

        @Override
        public int read() throws IOException {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          int most = (int) Math.min(length, run.end - at);
          if (most <= 0) {
            return -1;
          }
          int read = file.read(ByteBuffer.wrap(bytes, offset, most), at);
          at += Math.max(read, 0);
          return read;
        }
      };
    }
  }
}
