package org.citygis.tiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.citygis.problem.Problem;
import org.junit.jupiter.api.Test;

class TurnsTest {
  @Test
  void whoDoesNotGetHisTurnIsToldToComeAgainAndThenGetsIt() throws Exception {
    Turns turns = new Turns(1, Duration.ofMillis(20));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    CompletableFuture<String> slow =
        CompletableFuture.supplyAsync(
            () ->
                turns.take(
                    () -> {
                      begun.countDown();
                      await(end);
                      return "slow";
                    }));
    await(begun);
    assertThatThrownBy(() -> turns.take(() -> "crowd")).isInstanceOf(Problem.Unavailable.class);
    end.countDown();
    assertThat(slow.get()).isEqualTo("slow");
    assertThat(turns.take(() -> "again")).isEqualTo("again");
    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new IllegalStateException("fails");
                    }))
        .hasMessage("fails");
    assertThat(turns.take(() -> "after a failure")).isEqualTo("after a failure");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
