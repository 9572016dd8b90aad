package org.citygis.maps;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/**
 * Lets so many pictures be drawn at a time as processors and memory bear. Who does not get his turn
 * soon is told to come again, so that a crowd slows the server down but does not bring it down.
 */
final class Turns {
  /** Memory is counted in blocks of so many pixels. */
  private static final int BLOCK = 1 << 14;

  private static final int BYTES_PER_PIXEL = 4;

  private final Semaphore places;
  private final Semaphore blocks;
  private final int allBlocks;
  private final Duration waiting;

  Turns(MapsProperties properties) {
    int together =
        properties.together() > 0
            ? properties.together()
            : Math.max(2, 2 * Runtime.getRuntime().availableProcessors());
    long bytes =
        properties.memory().toBytes() > 0
            ? properties.memory().toBytes()
            : Runtime.getRuntime().maxMemory() / 8;
    allBlocks = (int) Math.clamp(bytes / BYTES_PER_PIXEL / BLOCK, 16, 1 << 20);
    places = new Semaphore(together, true);
    blocks = new Semaphore(allBlocks, true);
    waiting = properties.waiting();
  }

  /**
   * Does the work when it is its turn.
   *
   * @param pixels that it holds in memory
   * @throws Problem.Unavailable when it does not get its turn in time
   */
  <T> T take(long pixels, Supplier<T> work) {
    int wanted = (int) Math.min(allBlocks, pixels / BLOCK + 1);
    long end = System.nanoTime() + waiting.toNanos();
    if (!acquire(places, 1, end)) {
      throw busy();
    }
    try {
      if (!acquire(blocks, wanted, end)) {
        throw busy();
      }
      try {
        return work.get();
      } finally {
        blocks.release(wanted);
      }
    } finally {
      places.release();
    }
  }

  private static boolean acquire(Semaphore semaphore, int permits, long end) {
    try {
      return semaphore.tryAcquire(permits, end - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Problem.Unavailable busy() {
    return new Problem.Unavailable(
        Text.of(
            "正在绘制的地图太多，请稍后再试。", "Too many maps are being drawn; please try again in a moment."));
  }
}
