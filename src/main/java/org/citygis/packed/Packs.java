package org.citygis.packed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.citygis.catalog.GeometryKind;
import org.citygis.catalog.Layer;
import org.citygis.catalog.LayerVersion;
import org.citygis.catalog.Layers;
import org.citygis.history.FeatureHistory;
import org.citygis.storage.FeatureStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The packs in use: made in the background one after the other, within a budget of memory, the one
 * not used for longest given up first. Files stay in {@code packed/} of the data folder, so that
 * neither a restart nor giving up makes a pack anew.
 */
@Component
class Packs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Packs.class);
  private static final Duration RETRY = Duration.ofMinutes(1);

  /** Edits come in bursts; a pack is made anew some time after the last. */
  private static final Duration QUIET = Duration.ofSeconds(15);

  /** Making packs anew takes no more than this share of the time. */
  private static final int REST = 10;

  /** A pack in use, with what changed since it was made. */
  static final class Held {
    final Pack pack;
    final PackChanges changes;
    final long madeAt = System.nanoTime();
    final long madeIn;
    volatile long usedAt = madeAt;

    Held(Pack pack, PackChanges changes, long madeIn) {
      this.pack = pack;
      this.changes = changes;
      this.madeIn = madeIn;
    }

    boolean isOf(LayerVersion version) {
      return pack.state().version() == version.number()
          && pack.state().createdAt() == version.createdAt().toEpochMilli();
    }
  }

  private final Layers layers;
  private final FeatureStore store;
  private final FeatureHistory history;
  private final Drawings drawings;
  private final PackSettings settings;
  private final PackFolder folder;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final Set<String> working = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> refusedUntil = new ConcurrentHashMap<>();
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "packing");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });

  Packs(
      Layers layers,
      FeatureStore store,
      FeatureHistory history,
      Drawings drawings,
      PackSettings settings,
      @Value("${citygis.data}") Path data) {
    this.layers = layers;
    this.store = store;
    this.history = history;
    this.drawings = drawings;
    this.settings = settings;
    this.folder = new PackFolder(data.resolve("packed"));
  }

  /** The pack of the layer's current version; null while there is none, and one is then made. */
  @Nullable Held find(Layer layer) {
    Held known = held.get(layer.id());
    if (known != null && known.isOf(layer.currentVersion())) {
      known.usedAt = System.nanoTime();
      return known;
    }
    want(layer, false);
    return null;
  }

  /** Packs large layers before anybody looks at them, and anew those that changed. */
  @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
  void lookAround() {
    for (Layer layer : layers.all()) {
      LayerVersion version = layer.version();
      if (version != null) {
        Held known = held.get(layer.id());
        if (known == null || !known.isOf(version)) {
          if (version.rows() >= settings.eager()) {
            want(layer, false);
          }
        } else if (isOutdated(known, layer)) {
          makeAnew(layer);
        }
      }
    }
    held.keySet().removeIf(id -> layers.all().stream().noneMatch(layer -> layer.id().equals(id)));
  }

  private boolean isOutdated(Held known, Layer layer) {
    long now = System.nanoTime();
    boolean rested = now - known.madeAt > REST * known.madeIn;
    boolean changed =
        known.changes.count() > 0 && now - known.changes.changedAt() > QUIET.toNanos();
    return rested
        && (changed
            || known.changes.count() > PackChanges.MOST / 2
            || !PackPlan.of(layer.definition(), layer.table(), drawings.of(layer.definition()))
                .isOf(known.pack.state()));
  }

  private void want(Layer layer, boolean anew) {
    String name = PackFolder.name(layer.currentVersion());
    long now = System.nanoTime();
    Long refused = refusedUntil.get(name);
    if (layer.definition().geometry() == GeometryKind.NONE
        || (refused != null && now - refused < 0)
        || !working.add(name)) {
      return;
    }
    try {
      worker.execute(
          () -> {
            try {
              make(layer, name, anew);
            } finally {
              working.remove(name);
            }
          });
    } catch (RejectedExecutionException closing) {
      working.remove(name);
    }
  }

  private void make(Layer layer, String name, boolean anew) {
    long start = System.nanoTime();
    try {
      Pack pack = anew ? null : folder.find(name);
      if (pack == null) {
        build(layer, name);
        pack = PackFile.open(folder.path().resolve(name));
      }
      PackChanges changes = new PackChanges(store, history, pack.state().change());
      held.put(layer.id(), new Held(pack, changes, System.nanoTime() - start));
      LOG.info(
          "{} is packed: {} features, {} points, {} bytes, {} ms",
          name,
          pack.state().rows(),
          pack.state().points(),
          pack.size(),
          (System.nanoTime() - start) / 1_000_000);
      giveUp(layer.id());
      folder.sweep(layer.id(), name);
    } catch (PackBuild.TooLarge e) {
      refusedUntil.put(name, Long.MAX_VALUE / 2 + start);
      LOG.warn(
          "{} does not fit into citygis.packed.memory = {} and is read from the database",
          name,
          settings.memory());
    } catch (IOException | RuntimeException e) {
      refusedUntil.put(name, System.nanoTime() + RETRY.toNanos());
      if (!Thread.currentThread().isInterrupted()) {
        LOG.warn("{} could not be packed and is read from the database: {}", name, e.toString());
      }
    }
  }

  private void build(Layer layer, String name) throws IOException, PackBuild.TooLarge {
    LayerVersion version = layer.currentVersion();
    // Before the rows are read: what changes from here on is told by the history.
    long change = history.last(version.table());
    PackPlan plan =
        PackPlan.of(layer.definition(), version.table(), drawings.of(layer.definition()));
    try (PackBuild build =
        new PackBuild(
            layer.definition(), version, plan, folder.path(), name, settings.memory().toBytes())) {
      build.run(store, change);
    }
  }

  /** Gives up the packs not used for longest until the others fit. */
  private void giveUp(String keep) {
    while (held.values().stream().mapToLong(h -> h.pack.size()).sum()
        > settings.memory().toBytes()) {
      String oldest =
          held.entrySet().stream()
              .filter(e -> !e.getKey().equals(keep))
              .min(Comparator.comparingLong(e -> e.getValue().usedAt))
              .map(Map.Entry::getKey)
              .orElse(null);
      if (oldest == null) {
        return;
      }
      held.remove(oldest);
      LOG.info("{} is given up to make room", oldest);
    }
  }

  /** Makes the pack anew although there is one. */
  void makeAnew(Layer layer) {
    want(layer, true);
  }

  boolean isHeld(String layer) {
    return held.containsKey(layer);
  }

  /** Waits until all that is wanted by now is made or refused. */
  void awaitIdle() throws InterruptedException, ExecutionException {
    worker.submit(() -> {}).get();
  }

  @Override
  public void close() {
    worker.shutdownNow();
    try {
      worker.awaitTermination(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
