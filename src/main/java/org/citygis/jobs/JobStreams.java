package org.citygis.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.problem.Problem;
import org.citygis.security.Presence;
import org.citygis.text.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open streams of jobs' progress. Each has a thread of its own that looks how the job stands
 * now, so a slow reader holds up nobody and misses only what is outdated. It looks into memory
 * where this copy runs the job, and into the record otherwise.
 */
@Component
class JobStreams implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JobStreams.class);
  private static final int MOST = 200;
  private static final int MOST_PER_USER = 10;
  private static final long LOOK_MILLIS = 250;
  private static final long LOOK_ELSEWHERE_MILLIS = 1_000;
  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final MediaType UTF_8_TEXT =
      new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final PooledJobs jobs;
  private final JsonMapper json;
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  JobStreams(PooledJobs jobs, JsonMapper json) {
    this.jobs = jobs;
    this.json = json;
  }

  /**
   * Opens a stream that ends after the job's last state.
   *
   * @throws Problem.NotFound when there is no such job of this user
   */
  SseEmitter open(Presence presence, String id) {
    jobs.get(presence.user(), id);
    String name = presence.user().name();
    Stream stream = new Stream(name, presence, id, new SseEmitter(0L));
    synchronized (open) {
      long own = open.stream().filter(each -> each.userName.equals(name)).count();
      if (open.size() >= MOST || own >= MOST_PER_USER) {
        throw new Problem.Unavailable(
            Text.of(
                "实时连接数已达上限，请关闭其他窗口后重试。",
                "There are too many live streams; close other windows and try again."));
      }
      open.add(stream);
    }
    stream.start();
    return stream.emitter;
  }

  private final class Stream {
    private final String userName;
    private final Presence presence;
    private final String id;
    private final SseEmitter emitter;
    private boolean closed;

    Stream(String userName, Presence presence, String id, SseEmitter emitter) {
      this.userName = userName;
      this.presence = presence;
      this.id = id;
      this.emitter = emitter;
    }

    void start() {
      emitter.onCompletion(this::close);
      emitter.onTimeout(this::close);
      emitter.onError(cause -> close());
      Thread.ofVirtual().name("job-stream-" + id).start(this::write);
    }

    /** Without an interrupt, which would close H2's files under the look into the record. */
    synchronized void close() {
      closed = true;
      notifyAll();
    }

    /** False when the stream was closed meanwhile. */
    private synchronized boolean pause(long millis) throws InterruptedException {
      long end = System.nanoTime() + millis * 1_000_000;
      long left = millis;
      while (!closed && left > 0) {
        wait(left);
        left = (end - System.nanoTime()) / 1_000_000;
      }
      return !closed;
    }

    private void write() {
      try {
        emitter.send(SseEmitter.event().reconnectTime(2_000).comment("open"));
        Job told = null;
        Job job;
        long silent = System.nanoTime();
        do {
          job = jobs.get(presence.user(), id);
          long now = System.nanoTime();
          if (!job.equals(told)) {
            String data = json.writeValueAsString(JobView.of(job));
            emitter.send(SseEmitter.event().name("job").data(data, UTF_8_TEXT));
            told = job;
            silent = now;
          } else if (now - silent >= HEARTBEAT_MILLIS * 1_000_000) {
            emitter.send(SseEmitter.event().comment("alive"));
            silent = now;
          }
        } while (!job.state().isFinal()
            && pause(jobs.isHere(id) ? LOOK_MILLIS : LOOK_ELSEWHERE_MILLIS));
      } catch (IOException | IllegalStateException readerIsGone) {
        LOG.debug("Stream of job {} ended", id, readerIsGone);
      } catch (Problem mayNoLonger) {
        LOG.debug("Stream of job {} ended: {}", id, mayNoLonger.getMessage());
      } catch (DataAccessException away) {
        // The reader comes back by itself.
        LOG.warn("Stream of job {} ended: {}", id, away.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        open.remove(this);
        emitter.complete();
      }
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    open.forEach(Stream::close);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Ends before the web server does, which would wait for open answers. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 512;
  }
}
