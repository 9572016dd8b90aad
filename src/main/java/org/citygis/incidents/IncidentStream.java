package org.citygis.incidents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.citygis.security.Presence;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open live stream. Who delivers only puts into its queue; a thread of its own writes to the
 * network, so a slow reader holds up nobody, and one that falls behind the queue is dropped.
 */
final class IncidentStream {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentStream.class);
  private static final int QUEUE = 256;
  private static final MediaType UTF_8_TEXT =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  /**
   * A server-sent event.
   *
   * @param id the number that a client sends back as Last-Event-ID
   */
  record Event(long id, String name, String data) {}

  private final String userName;
  private final Presence presence;
  private final SseEmitter emitter;
  private final Duration heartbeat;
  private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);
  private volatile boolean closed;
  private volatile @Nullable Thread writer;

  IncidentStream(String userName, Presence presence, SseEmitter emitter, Duration heartbeat) {
    this.userName = userName;
    this.presence = presence;
    this.emitter = emitter;
    this.heartbeat = heartbeat;
  }

  /** Starts writing; {@code ended} runs once, when the stream is over for whatever reason. */
  void start(Runnable ended) {
    emitter.onCompletion(this::close);
    emitter.onTimeout(this::close);
    emitter.onError(cause -> close());
    writer = Thread.ofVirtual().name("incident-stream-" + userName).start(() -> write(ended));
  }

  String userName() {
    return userName;
  }

  Presence presence() {
    return presence;
  }

  boolean isClosed() {
    return closed;
  }

  void offer(Event event) {
    if (!closed && !queue.offer(event)) {
      LOG.info("Live stream of {} dropped: the reader is too slow", userName);
      close();
    }
  }

  void close() {
    closed = true;
    queue.clear();
    Thread thread = writer;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void write(Runnable ended) {
    try {
      // The reader reconnects after two seconds.
      emitter.send(SseEmitter.event().reconnectTime(2_000).comment("open"));
      while (!closed) {
        Event event = queue.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
        emitter.send(
            event == null
                ? SseEmitter.event().comment("alive")
                : SseEmitter.event()
                    .id(String.valueOf(event.id()))
                    .name(event.name())
                    .data(event.data(), UTF_8_TEXT));
      }
    } catch (IOException | IllegalStateException readerIsGone) {
      LOG.debug("Live stream of {} ended", userName, readerIsGone);
    } catch (InterruptedException closing) {
      LOG.debug("Live stream of {} closed", userName);
    } finally {
      closed = true;
      ended.run();
      emitter.complete();
    }
  }
}
