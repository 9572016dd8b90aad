package org.citygis.ingest.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/** Keeps uploads from filling the disk that the database may share. */
public final class FreeSpace {
  private FreeSpace() {}

  /**
   * Refuses what would not fit.
   *
   * @param folder that exists
   * @param wanted bytes still to be written
   * @param spare bytes that must stay free after that
   * @throws Problem.Unavailable that says how much is free
   */
  public static void require(Path folder, long wanted, long spare) {
    long free = free(folder);
    if (free - spare < wanted) {
      long usable = Math.max(0, free - spare);
      throw new Problem.Unavailable(
          Text.of(
              "服务器磁盘空间不足：需要 %s，可用 %s。".formatted(size(wanted), size(usable)),
              "The server's disk is too full: %s are needed, %s are free."
                  .formatted(size(wanted), size(usable))));
    }
  }

  private static long free(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String size(long bytes) {
    return bytes >= 10L << 30
        ? (bytes >> 30) + " GB"
        : bytes >= 10L << 20 ? (bytes >> 20) + " MB" : (bytes >> 10) + " KB";
  }
}
