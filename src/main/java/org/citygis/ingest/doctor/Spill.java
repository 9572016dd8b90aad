package org.citygis.ingest.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sorts entries of a few numbers into parts by their first number, and gives back part by part,
 * each in the order of adding. Holds one block per part; full blocks go to a file.
 */
final class Spill implements AutoCloseable {
  static final int PARTS = 128;
  private static final int BLOCK_ENTRIES = 256;

  /** Of one part, which is read as a whole; only rows that are all alike fill a part so. */
  private static final int MOST_BLOCKS = (1 << 20) / BLOCK_ENTRIES;

  private final Path file;
  private final int width;
  private final int blockBytes;
  private final long[][] open;
  private final int[] filled = new int[PARTS];
  private final long[][] blocks = new long[PARTS][];
  private final int[] blockCounts = new int[PARTS];
  private final ByteBuffer buffer;
  private @Nullable FileChannel channel;
  private long end;
  private long dropped;

  /**
   * @param file a path for the blocks; nothing is there before the first is full
   * @param width numbers per entry
   */
  Spill(Path file, int width) {
    this.file = file;
    this.width = width;
    this.blockBytes = BLOCK_ENTRIES * width * Long.BYTES;
    this.open = new long[PARTS][];
    this.buffer = ByteBuffer.allocateDirect(blockBytes).order(ByteOrder.nativeOrder());
  }

  /** Entries that were not kept because their part was full. */
  long dropped() {
    return dropped;
  }

  /**
   * @param entry well mixed in its first number; copied
   */
  void add(long[] entry) {
    int part = (int) (entry[0] >>> 57);
    if (blockCounts[part] == MOST_BLOCKS) {
      dropped++;
      return;
    }
    long[] block = open[part];
    if (block == null) {
      block = new long[BLOCK_ENTRIES * width];
      open[part] = block;
    }
    System.arraycopy(entry, 0, block, filled[part] * width, width);
    if (++filled[part] == BLOCK_ENTRIES) {
      write(part, block);
    }
  }

  private void write(int part, long[] block) {
    try {
      if (channel == null) {
        channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
      }
      buffer.clear();
      buffer.asLongBuffer().put(block);
      long at = end;
      while (buffer.hasRemaining()) {
        at += channel.write(buffer, at);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long[] known = blocks[part];
    if (known == null) {
      known = new long[8];
    } else if (blockCounts[part] == known.length) {
      known = Arrays.copyOf(known, 2 * known.length);
    }
    blocks[part] = known;
    known[blockCounts[part]++] = end;
    end += blockBytes;
    filled[part] = 0;
  }

  /** All entries of a part, one after the other. */
  long[] read(int part) {
    int whole = blockCounts[part];
    int block = BLOCK_ENTRIES * width;
    long[] entries = new long[Math.addExact(whole * block, filled[part] * width)];
    try {
      for (int i = 0; i < whole; i++) {
        buffer.clear();
        long at = blocks[part][i];
        while (buffer.hasRemaining() && channel != null) {
          at += channel.read(buffer, at);
        }
        buffer.flip().order(ByteOrder.nativeOrder());
        buffer.asLongBuffer().get(entries, i * block, block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (filled[part] > 0) {
      System.arraycopy(open[part], 0, entries, whole * block, filled[part] * width);
    }
    return entries;
  }

  @Override
  public void close() {
    try {
      if (channel != null) {
        channel.close();
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
