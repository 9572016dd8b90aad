package org.citygis.features.ogc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PreDestroy;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.security.AccessDecision;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * How many features match. A reader who pages asks the same with every page, so a count is kept
 * until the layer changes, and who asks while it is being counted shares it.
 */
@Component
class MatchCount {
  private static final Logger LOG = LoggerFactory.getLogger(MatchCount.class);

  /** Counts that run beside a page take at most this many connections. */
  private static final int BESIDE = 3;

  private record Key(String layer, String etag, AccessDecision access, Conditions conditions) {}

  private final FeatureStore store;
  private final Cache<Key, FutureTask<Long>> counts =
      Caffeine.newBuilder().maximumSize(10_000).build();
  private final ExecutorService beside = threads();

  MatchCount(FeatureStore store) {
    this.store = store;
  }

  private static ExecutorService threads() {
    ThreadPoolExecutor threads =
        new ThreadPoolExecutor(
            BESIDE,
            BESIDE,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().name("match-count-", 0).daemon().factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  @PreDestroy
  void close() {
    beside.shutdownNow();
  }

  /** The count of one request: it may be known, under way on another connection, or neither. */
  final class Counting {
    private final Key key;
    private final FutureTask<Long> task;

    private Counting(Key key, FutureTask<Long> task) {
      this.key = key;
      this.task = task;
    }

    /** Counts on a connection of its own, while the caller goes on; harmless when known. */
    void begin() {
      if (!task.isDone()) {
        beside.execute(task);
      }
    }

    boolean isKnown() {
      return task.isDone();
    }

    /** The exact number. Counts here and now where no other thread has begun. */
    long get() {
      // Does nothing when it runs or has run.
      task.run();
      try {
        return task.get();
      } catch (ExecutionException e) {
        counts.invalidate(key);
        throw e.getCause() instanceof RuntimeException cause
            ? cause
            : new IllegalStateException("the count failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while features were counted", e);
      }
    }

    /**
     * The exact number, or nothing where the database could not tell it in its time: for an answer
     * that is half sent and may leave the number out (Part 1, 7.16).
     */
    OptionalLong find() {
      try {
        return OptionalLong.of(get());
      } catch (Problem.Unavailable | DataAccessException | TransactionException e) {
        LOG.warn("numberMatched of {} is left out: {}", key.layer, e.toString());
        return OptionalLong.empty();
      }
    }
  }

  Counting counting(OpenLayer layer, Conditions conditions, FeatureQuery query) {
    Key key = new Key(layer.layer().id(), layer.layer().etag(), layer.access(), conditions);
    FutureTask<Long> task =
        counts.get(key, k -> new FutureTask<>(() -> store.count(layer.table(), query)));
    return new Counting(key, task);
  }

  long of(OpenLayer layer, Conditions conditions, FeatureQuery query) {
    return counting(layer, conditions, query).get();
  }
}
