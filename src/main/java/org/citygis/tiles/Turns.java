package org.citygis.tiles;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.citygis.problem.Problem;
import org.citygis.text.Text;

/**
 * Lets only so many tiles be cut at a time. Who does not get his turn soon is told to come again,
 * so that a crowd slows the server down but does not bring it down.
 */
final class Turns {
  private final Semaphore places;
  private final Duration patience;

  Turns(int together, Duration patience) {
    places = new Semaphore(together, true);
    this.patience = patience;
  }

  /**
   * Does the work when it is its turn.
   *
   * @throws Problem.Unavailable when it does not get its turn in time
   */
  <T> T take(Supplier<T> work) {
    try {
      if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private static Problem.Unavailable busy() {
    return new Problem.Unavailable(
        Text.of("同时请求的瓦片太多，请稍后再试。", "Too many tiles are being cut; please try again in a moment."));
  }
}
