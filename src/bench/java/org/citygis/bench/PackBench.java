package org.citygis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What it takes to pack a layer, as the application logs it. */
final class PackBench {
  private static final long PATIENCE_SECONDS = 600;
  private static final Pattern PACKED =
      Pattern.compile(
          "(\\w+)_v(\\d+)_\\w+\\.pack is packed: (\\d+) features, (\\d+) points, (\\d+) bytes, (\\d+) ms");

  private PackBench() {}

  /** Waits until the last version of the layer is packed, and tells about it. */
  static void await(Path log, String layer, int version) throws IOException, InterruptedException {
    Page.progress("waiting for the pack of " + layer);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      MatchResult found =
          PACKED
              .matcher(Files.readString(log))
              .results()
              .filter(m -> m.group(1).equals(layer) && m.group(2).equals(String.valueOf(version)))
              .findFirst()
              .orElse(null);
      if (found != null) {
        print(found);
        return;
      }
      Thread.sleep(500);
    }
    throw new IllegalStateException(layer + " was not packed; see " + log);
  }

  private static void print(MatchResult found) {
    long features = Long.parseLong(found.group(3));
    long points = Long.parseLong(found.group(4));
    long bytes = Long.parseLong(found.group(5));
    double millis = Double.parseDouble(found.group(6));
    Page.title("The packed index");
    Page.head(
        "features", "points", "build", "size", "bytes a point", "the same for ten times as many");
    Page.row(
        "%,d".formatted(features),
        "%,d".formatted(points),
        Page.seconds(millis),
        "%d MB".formatted(bytes >> 20),
        "%.1f".formatted((double) bytes / points),
        "%.1f GB, %s".formatted(bytes * 10 / 1e9, Page.seconds(10 * millis)));
    Page.text(
        """
        From the database to the checked file that is mapped into memory, all zooms and attributes included, while \
        the application answers; the heap it takes does not grow with the layer.""");
  }
}
