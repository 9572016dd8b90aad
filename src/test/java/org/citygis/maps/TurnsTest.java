package org.citygis.maps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.citygis.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TurnsTest {
  @Test
  void whoComesTooLateIsToldToComeAgainAndThenServed() throws InterruptedException {
    Turns turns =
        new Turns(
            new MapsProperties(
                100,
                10_000,
                10,
                100,
                Duration.ofSeconds(1),
                1,
                Duration.ofMillis(50),
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(1),
                Duration.ZERO));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread first =
        Thread.ofPlatform()
            .start(
                () ->
                    turns.take(
                        100,
                        () -> {
                          begun.countDown();
                          awaitQuietly(end);
                          return 1;
                        }));
    begun.await();
    assertThatThrownBy(() -> turns.take(100, () -> 2)).isInstanceOf(Problem.Unavailable.class);
    end.countDown();
    first.join();
    assertThat(turns.take(100, () -> 3)).isEqualTo(3);
  }

  @Test
  void aPictureLargerThanAllMemoryIsDrawnAlone() {
    Turns turns =
        new Turns(
            new MapsProperties(
                100,
                10_000,
                10,
                100,
                Duration.ofSeconds(1),
                2,
                Duration.ofMillis(50),
                DataSize.ofKilobytes(1),
                DataSize.ofMegabytes(1),
                Duration.ZERO));
    assertThat(turns.take(100_000_000, () -> 1)).isEqualTo(1);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
