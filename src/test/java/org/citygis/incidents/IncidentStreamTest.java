package org.citygis.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class IncidentStreamTest {
  private static final IncidentStream.Event EVENT = new IncidentStream.Event(1, "incident", "{}");

  @Test
  void aReaderThatDoesNotReadIsDroppedAndHoldsUpNobody() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    SseEmitter stuck =
        new SseEmitter(0L) {
          @Override
          public void send(SseEventBuilder event) {
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException dropped) {
              throw new IllegalStateException(dropped);
            }
          }
        };
    IncidentStream stream = stream(stuck, Duration.ofSeconds(15));
    stream.start(ended::countDown);
    long start = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      stream.offer(EVENT);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(stream.isClosed()).isTrue();
    assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aQuietStreamBeats() throws Exception {
    AtomicInteger sent = new AtomicInteger();
    SseEmitter counting =
        new SseEmitter(0L) {
          @Override
          public void send(SseEventBuilder event) {
            sent.incrementAndGet();
          }
        };
    IncidentStream stream = stream(counting, Duration.ofMillis(20));
    stream.start(() -> {});
    for (int i = 0; i < 100 && sent.get() < 4; i++) {
      Thread.sleep(20);
    }
    stream.close();
    assertThat(sent.get()).isGreaterThanOrEqualTo(4);
  }

  private static IncidentStream stream(SseEmitter emitter, Duration heartbeat) {
    return new IncidentStream("commander", null, emitter, heartbeat);
  }
}
