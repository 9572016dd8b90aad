package org.citygis.packed;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in the address space: read as memory, kept in memory by the operating system as far as
 * there is room. It is let go when nobody refers to it any more.
 */
final class MappedFile {
  private static final int WINDOW_BITS = 30;
  private static final int WINDOW = 1 << WINDOW_BITS;

  private final MappedByteBuffer[] windows;
  private final long size;

  MappedFile(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      size = channel.size();
      windows = new MappedByteBuffer[(int) ((size + WINDOW - 1) >>> WINDOW_BITS)];
      for (int i = 0; i < windows.length; i++) {
        long start = (long) i << WINDOW_BITS;
        windows[i] =
            channel.map(FileChannel.MapMode.READ_ONLY, start, Math.min(WINDOW, size - start));
      }
    }
  }

  long size() {
    return size;
  }

  /** Copies bytes into the beginning of an array. */
  void read(long position, byte[] into, int length) {
    int done = 0;
    while (done < length) {
      long at = position + done;
      int inWindow = (int) (at & (WINDOW - 1));
      int part = Math.min(length - done, WINDOW - inWindow);
      windows[(int) (at >>> WINDOW_BITS)].get(inWindow, into, done, part);
      done += part;
    }
  }
}
