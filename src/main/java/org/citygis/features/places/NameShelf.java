package org.citygis.features.places;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.citygis.catalog.OpenLayer;
import org.geotools.api.filter.Filter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps name indexes within a budget. What was used lately is not put away for a newcomer: indexes
 * that took turns would be read for every search. The newcomer has no room then and asks again
 * later.
 */
final class NameShelf {
  private static final long IDLE = Duration.ofMinutes(10).toNanos();

  /** Reading changed rows again takes at most one part in so many of the time. */
  private static final int PAUSE = 10;

  /** Whose names: the layer, and what an access decision shows of it. */
  record Key(String layer, Filter rows, List<String> fields) {
    static Key of(OpenLayer layer) {
      return new Key(layer.layer().id(), layer.access().rows(), LayerNames.searched(layer));
    }
  }

  /** What is known under a key; guarded by itself. */
  private static final class Slot {
    private @Nullable NameIndex index;
    private String etag = "";
    private int version = -1;

    /** Ends when the names have been read, or could not be. */
    private @Nullable CompletableFuture<Void> reading;

    private volatile long used = System.nanoTime();

    /** Not before that the same version is read again. */
    private long notBefore = used;
  }

  private final long budget;
  private final Map<Key, Slot> slots = new ConcurrentHashMap<>();

  NameShelf(long budget) {
    this.budget = budget;
  }

  /**
   * Whether the names are to be read now, by the caller, who then calls {@link #put} or {@link
   * #failed}.
   */
  boolean claim(Key key, OpenLayer layer) {
    Slot slot = slot(key);
    synchronized (slot) {
      slot.used = System.nanoTime();
      boolean known = slot.version == layer.table().version();
      boolean current = slot.index != null && slot.etag.equals(layer.layer().etag());
      if (slot.reading != null || known && (current || slot.used - slot.notBefore < 0)) {
        return false;
      }
      slot.reading = new CompletableFuture<>();
      return true;
    }
  }

  /**
   * @param index empty where there is no room for it
   * @param nanos that reading it took
   */
  void put(Key key, OpenLayer layer, Optional<NameIndex> index, long nanos) {
    Slot slot = slot(key);
    synchronized (slot) {
      slot.index = index.orElse(null);
      slot.etag = layer.layer().etag();
      slot.version = layer.table().version();
      slot.notBefore = System.nanoTime() + (index.isPresent() ? PAUSE * nanos : IDLE);
      finish(slot);
    }
  }

  void failed(Key key) {
    Slot slot = slot(key);
    synchronized (slot) {
      finish(slot);
    }
  }

  private static void finish(Slot slot) {
    if (slot.reading != null) {
      slot.reading.complete(null);
      slot.reading = null;
    }
  }

  private Slot slot(Key key) {
    return slots.computeIfAbsent(key, k -> new Slot());
  }

  /**
   * The index of the layer's version, which may be of a moment ago; empty where there is none yet.
   *
   * @param patience until when to wait for what is being read, of {@link System#nanoTime}
   */
  Optional<NameIndex> find(Key key, OpenLayer layer, long patience) {
    Slot slot = slot(key);
    CompletableFuture<Void> reading;
    synchronized (slot) {
      reading = slot.reading;
    }
    if (reading != null) {
      await(reading, patience);
    }
    synchronized (slot) {
      return slot.version == layer.table().version()
          ? Optional.ofNullable(slot.index)
          : Optional.empty();
    }
  }

  private static void await(CompletableFuture<Void> reading, long patience) {
    try {
      reading.get(Math.max(0, patience - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The caller does without.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether an index of that size fits in, after what nobody uses has been put away. */
  synchronized boolean hasRoom(Key key, long bytes) {
    long now = System.nanoTime();
    List<Map.Entry<Key, Slot>> others =
        slots.entrySet().stream()
            .filter(entry -> !entry.getKey().equals(key))
            .sorted(Comparator.comparingLong(entry -> entry.getValue().used - now))
            .toList();
    long taken = others.stream().mapToLong(entry -> bytes(entry.getValue())).sum();
    for (Map.Entry<Key, Slot> other : others) {
      if (taken + bytes > budget && now - other.getValue().used > IDLE) {
        taken -= bytes(other.getValue());
        slots.remove(other.getKey());
      }
    }
    return taken + bytes <= budget;
  }

  private static long bytes(Slot slot) {
    synchronized (slot) {
      return slot.index == null ? 0 : slot.index.bytes();
    }
  }
}
