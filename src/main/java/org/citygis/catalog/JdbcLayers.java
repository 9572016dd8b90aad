package org.citygis.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.citygis.problem.Problem;
import org.citygis.security.AccessDecision;
import org.citygis.security.Action;
import org.citygis.security.User;
import org.citygis.storage.FeatureLoad;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The layers, held in memory and kept in step with the database, which other copies of the
 * application share.
 */
final class JdbcLayers implements Layers {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcLayers.class);

  private final Catalog catalog;
  private final AccessPolicy policy;
  private final LayerRecords records;
  private final FeatureStore store;
  private final TransactionTemplate transaction;
  private final NewVersions newVersions;
  private final int keep;
  private final Map<String, Layer> layers = new ConcurrentHashMap<>();

  /**
   * @param keep how many versions of a layer are kept
   */
  JdbcLayers(
      Catalog catalog,
      AccessPolicy policy,
      LayerRecords records,
      FeatureStore store,
      TransactionTemplate transaction,
      NewVersions newVersions,
      int keep) {
    this.catalog = catalog;
    this.policy = policy;
    this.records = records;
    this.store = store;
    this.transaction = transaction;
    this.newVersions = newVersions;
    this.keep = keep;
    catalog.declaredLayers().forEach(d -> layers.put(d.id(), new Layer(d, null, 0)));
    store
        .dropUnfinished(records.tableNames())
        .forEach(table -> LOG.info("Dropped {}, a load that was killed before its end", table));
    refresh();
    store.mendViews(
        layers.values().stream()
            .filter(layer -> layer.version() != null)
            .map(Layer::table)
            .toList());
  }

  @Override
  public List<OpenLayer> list(User user, Action action) {
    return layers.values().stream()
        .filter(layer -> layer.version() != null)
        .map(layer -> new OpenLayer(layer, policy.decide(user, layer.definition(), action)))
        .filter(open -> open.access().allowed())
        .sorted(
            Comparator.comparingInt((OpenLayer o) -> o.definition().order())
                .thenComparing(o -> o.layer().id()))
        .toList();
  }

  @Override
  public OpenLayer open(User user, String id, Action action) {
    Layer layer = layers.get(id);
    if (layer == null || !policy.decide(user, layer.definition(), Action.VIEW).allowed()) {
      throw new Problem.NotFound(
              Text.of(
                  "没有您可以查看的图层“%s”。".formatted(id),
                  "There is no layer '%s' that you may see.".formatted(id)))
          .about("layer", id, Text.of("/api/layers 所列的图层", "a layer that /api/layers lists"));
    }
    AccessDecision decision = policy.decide(user, layer.definition(), action);
    if (!decision.allowed()) {
      throw new Problem.Forbidden(decision.reason());
    }
    return new OpenLayer(layer, decision);
  }

  @Override
  public Collection<Layer> all() {
    return List.copyOf(layers.values());
  }

  @Override
  public List<LayerVersion> versions(OpenLayer layer) {
    return records.versions(layer.layer().id());
  }

  @Override
  public int reserveVersion(String id) {
    Integer number =
        transaction.execute(
            status -> {
              records.ensure(id);
              return records.nextVersion(id);
            });
    return Objects.requireNonNull(number);
  }

  @Override
  public Layer publish(LayerDefinition definition, FeatureLoad load, VersionNotes notes) {
    load.finish(complete -> newVersions.publish(definition, complete, notes));
    return settled(definition.id());
  }

  /** The layer after it got another version, and after the oldest ones were dropped. */
  Layer settled(String id) {
    refresh();
    Layer layer = get(id);
    int current = layer.currentVersion().number();
    records.versions(id).stream()
        .skip(keep)
        .filter(version -> version.number() != current)
        .forEach(this::dropOld);
    return layer;
  }

  private void dropOld(LayerVersion version) {
    try {
      drop(version);
    } catch (DataAccessException | TransactionException inUse) {
      LOG.warn(
          "{} is kept until the next import, it cannot be dropped now: {}",
          version.table().tableName(),
          inUse.getMessage());
    }
  }

  /** Drops a version that nothing points to. */
  void drop(LayerVersion version) {
    transaction.executeWithoutResult(
        status -> {
          // First, because H2 commits with the DDL statement; at its start it drops what nobody
          // knows.
          records.delete(version);
          store.drop(version.table());
        });
  }

  @Override
  public Layer pointTo(OpenLayer layer, int number) {
    String id = layer.layer().id();
    LayerVersion version =
        records
            .findVersion(id, number)
            .orElseThrow(
                () ->
                    new Problem.NotFound(
                            Text.of(
                                "图层 %s 没有版本 %d。".formatted(id, number),
                                "Layer %s has no version %d.".formatted(id, number)))
                        .about(
                            "version",
                            String.valueOf(number),
                            Text.of("保留的版本号", "the number of a kept version")));
    transaction.executeWithoutResult(
        status -> {
          records.point(id, number);
          store.pointView(version.table());
        });
    refresh();
    return get(id);
  }

  @Override
  public Layer restyle(OpenLayer layer, @Nullable String style) {
    String id = layer.layer().id();
    transaction.executeWithoutResult(
        status -> {
          records.ensure(id);
          records.restyle(id, style);
        });
    refresh();
    return get(id);
  }

  @Override
  public void hold(OpenLayer layer) {
    String id = layer.layer().id();
    Integer current = records.lock(id).map(LayerRecords.Pointer::currentVersion).orElse(null);
    if (current == null || current != layer.table().version()) {
      throw new Problem.Conflict(
          Text.of(
              "图层 %s 刚刚换成了版本 %s，请重新读取要素后再试。".formatted(id, current),
              "Layer %s has just got version %s; read the feature again, then try again."
                  .formatted(id, current)));
    }
  }

  @Override
  public void touched(String id) {
    long revision = records.touch(id);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              advance(id, revision);
            }
          });
    } else {
      advance(id, revision);
    }
  }

  /** Takes over what this or another copy of the application wrote. */
  synchronized void refresh() {
    Map<String, Layer> seen = new HashMap<>();
    for (LayerRecords.Pointer pointer : records.pointers()) {
      Layer known = layers.get(pointer.id());
      LayerDefinition declared = catalog.findDeclared(pointer.id()).orElseGet(pointer::definition);
      if (declared != null) {
        LayerDefinition definition =
            pointer.style() == null ? declared : declared.withStyle(pointer.style());
        seen.put(pointer.id(), new Layer(definition, version(pointer, known), pointer.revision()));
      }
    }
    layers.putAll(seen);
    layers.keySet().removeIf(id -> !seen.containsKey(id) && !catalog.declares(id));
  }

  private @Nullable LayerVersion version(LayerRecords.Pointer pointer, @Nullable Layer known) {
    Integer current = pointer.currentVersion();
    if (current == null) {
      return null;
    }
    LayerVersion held = known == null ? null : known.version();
    return held != null && held.number() == current
        ? held
        : records.findVersion(pointer.id(), current).orElse(null);
  }

  /** Never back: a refresh may have seen this revision, or a later one, before. */
  private synchronized void advance(String id, long revision) {
    layers.computeIfPresent(
        id,
        (key, layer) ->
            new Layer(layer.definition(), layer.version(), Math.max(revision, layer.revision())));
  }

  private Layer get(String id) {
    return Objects.requireNonNull(layers.get(id));
  }
}
