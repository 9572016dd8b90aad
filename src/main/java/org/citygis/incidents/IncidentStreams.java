package org.citygis.incidents;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.AccessDecision;
import org.citygis.security.Action;
import org.citygis.security.Presence;
import org.citygis.security.User;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The open live streams. One thread asks the feed each second, at once after a change of this copy,
 * and only while somebody listens; each stream gets what its owner may see at that moment.
 */
@Component
class IncidentStreams implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentStreams.class);
  private static final int PORTION = 200;

  /** Fits into a stream's queue. */
  private static final int REPLAYED = 200;

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final IncidentFeed feed;
  private final Incidents incidents;
  private final Layers layers;
  private final JsonMapper json;
  private final IncidentSettings settings;
  private final Set<IncidentStream> streams = ConcurrentHashMap.newKeySet();
  private final Set<IncidentStream> opened = ConcurrentHashMap.newKeySet();
  private @Nullable ScheduledExecutorService worker;

  /** The number up to which every stream has been told; used by the worker only. */
  private long told;

  private boolean troubled;

  IncidentStreams(
      IncidentFeed feed,
      Incidents incidents,
      Layers layers,
      JsonMapper json,
      IncidentSettings settings) {
    this.feed = feed;
    this.incidents = incidents;
    this.layers = layers;
    this.json = json;
    this.settings = settings;
  }

  /**
   * Opens a stream of what changes from now on, or after {@code lastEventId}. When too much has
   * changed since then the stream begins with an event {@code reset}: read everything anew.
   */
  SseEmitter open(Presence presence, @Nullable Long lastEventId) {
    User user = presence.user();
    layers.open(user, Fields.LAYER, Action.QUERY);
    SseEmitter emitter = new SseEmitter(0L);
    IncidentStream stream = new IncidentStream(user.name(), presence, emitter, HEARTBEAT);
    synchronized (opened) {
      checkRoom(user);
      opened.add(stream);
    }
    stream.start(
        () -> {
          opened.remove(stream);
          streams.remove(stream);
        });
    submit(() -> join(stream, lastEventId));
    return emitter;
  }

  /** Says that something was committed. */
  void wake() {
    submit(this::tell);
  }

  /** How many streams are open. */
  int size() {
    return opened.size();
  }

  private void checkRoom(User user) {
    long own = opened.stream().filter(s -> s.userName().equals(user.name())).count();
    if (opened.size() >= settings.maxStreams() || own >= settings.maxStreamsPerUser()) {
      throw new Problem.Unavailable(
          Text.of(
              "实时连接数已达上限，请关闭其他窗口后重试。",
              "There are too many live streams; close other windows and try again."));
    }
  }

  private void join(IncidentStream stream, @Nullable Long lastEventId) {
    try {
      if (streams.isEmpty()) {
        told = feed.last();
      }
      if (lastEventId == null) {
        stream.offer(new IncidentStream.Event(told, "ready", "{}"));
      } else if (lastEventId > told || told - lastEventId > REPLAYED) {
        stream.offer(new IncidentStream.Event(told, "reset", "{}"));
      } else {
        deliver(stream, feed.between(lastEventId, told, REPLAYED), new HashMap<>());
      }
      streams.add(stream);
      if (stream.isClosed()) {
        streams.remove(stream);
      }
    } catch (RuntimeException failure) {
      // The reader comes back by itself, with the same Last-Event-ID.
      LOG.warn("Live stream not opened: {}", failure.getMessage());
      stream.close();
    }
  }

  private void tell() {
    if (streams.isEmpty()) {
      return;
    }
    try {
      List<IncidentFeed.Change> changes;
      do {
        changes = feed.between(told, Long.MAX_VALUE, PORTION);
        Map<AccessDecision, Map<Long, Incident>> read = new HashMap<>();
        for (IncidentStream stream : streams) {
          deliver(stream, changes, read);
        }
        told = changes.isEmpty() ? told : changes.getLast().number();
      } while (changes.size() == PORTION);
      troubled = false;
    } catch (DataAccessException | TransactionException | Problem.Unavailable away) {
      if (!troubled) {
        LOG.warn("Live streams wait for the database: {}", away.getMessage());
      }
      troubled = true;
    } catch (RuntimeException unforeseen) {
      LOG.error("Live streams failed", unforeseen);
    }
  }

  /** Closes the stream when its owner has signed out or may no longer see the layer. */
  private void deliver(
      IncidentStream stream,
      List<IncidentFeed.Change> changes,
      Map<AccessDecision, Map<Long, Incident>> read) {
    OpenLayer layer;
    try {
      layer = layers.open(stream.presence().user(), Fields.LAYER, Action.QUERY);
    } catch (Problem.NotFound | Problem.Forbidden mayNoLonger) {
      stream.close();
      return;
    }
    if (changes.isEmpty()) {
      return;
    }
    Map<Long, Incident> visible =
        read.computeIfAbsent(
            layer.access(),
            access ->
                incidents.list(
                    layer, changes.stream().map(IncidentFeed.Change::fid).distinct().toList()));
    for (IncidentFeed.Change change : changes) {
      Incident incident = visible.get(change.fid());
      if (incident != null) {
        String kind = change.created() ? "created" : "updated";
        String data = json.writeValueAsString(Map.of("change", kind, "incident", incident));
        stream.offer(new IncidentStream.Event(change.number(), "incident", data));
      }
    }
  }

  private synchronized void submit(Runnable task) {
    if (worker != null) {
      worker.execute(task);
    }
  }

  @Override
  public synchronized void start() {
    worker =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("incident-streams").factory());
    worker.scheduleWithFixedDelay(this::tell, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void stop() {
    if (worker != null) {
      worker.shutdownNow();
      worker = null;
    }
    opened.forEach(IncidentStream::close);
  }

  @Override
  public synchronized boolean isRunning() {
    return worker != null;
  }

  /** Ends before the web server does, which would wait for open answers. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 512;
  }
}
