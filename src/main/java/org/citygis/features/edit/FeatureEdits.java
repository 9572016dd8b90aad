package org.citygis.features.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.features.ogc.OneFeature;
import org.citygis.features.ogc.RowTag;
import org.citygis.geo.Crs;
import org.citygis.history.FeatureChange;
import org.citygis.history.FeatureHistory;
import org.citygis.history.FeatureState;
import org.citygis.history.FeatureStates;
import org.citygis.problem.Problem;
import org.citygis.security.User;
import org.citygis.storage.FeatureStore;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes single features. Each edit is one transaction that holds the layer, so that it is judged
 * by what the edit before it left; it writes the row, the layer's revision, the history and the
 * trail, in this order, which is also the order of their locks.
 */
@Component
class FeatureEdits {
  private final Layers layers;
  private final FeatureStore store;
  private final FeatureStates states;
  private final FeatureHistory history;
  private final FieldForm fields;
  private final UniqueKey keys;
  private final EditRecord record;
  private final TransactionTemplate transaction;

  FeatureEdits(
      Layers layers,
      FeatureStore store,
      FeatureStates states,
      FeatureHistory history,
      FieldForm fields,
      UniqueKey keys,
      EditRecord record,
      PlatformTransactionManager transactions) {
    this.layers = layers;
    this.store = store;
    this.states = states;
    this.history = history;
    this.fields = fields;
    this.keys = keys;
    this.record = record;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A feature after an edit. */
  record Edited(long fid, RowTag tag) {}

  /**
   * Adds a feature.
   *
   * @param wire the system that the body's positions are in
   */
  Edited create(User user, OpenLayer layer, FeatureBody body, Crs wire) {
    return inTransaction(
        () -> {
          layers.hold(layer);
          Faults faults = new Faults();
          Map<String, @Nullable Object> values =
              fields.read(layer, body.properties(), true, null, faults);
          Geometry shape =
              new ShapeForm(layer, wire, faults)
                  .read(Objects.requireNonNull(body.geometry()), null);
          keys.check(layer, values, null, faults);
          faults.throwIfAny();
          long fid = store.insert(layer.table(), shape, values);
          return edited(layer, fid, record.add(user, layer, fid, null, null));
        });
  }

  /**
   * Changes a feature: to what the body says and nothing else, or only what the body names.
   *
   * @param whole whether fields that the body does not name are emptied
   * @param ifMatch the precondition, null where there is none
   */
  Edited change(
      User user,
      OpenLayer layer,
      long fid,
      FeatureBody body,
      boolean whole,
      Crs wire,
      @Nullable String ifMatch) {
    return inTransaction(
        () -> {
          FeatureState now = held(layer, fid, ifMatch);
          Faults faults = new Faults();
          Map<String, @Nullable Object> values =
              fields.read(layer, body.properties(), whole, now, faults);
          Geometry shape =
              body.geometry() == null
                  ? null
                  : new ShapeForm(layer, wire, faults).read(body.geometry(), now);
          keys.check(layer, values, fid, faults);
          faults.throwIfAny();
          boolean cleared =
              body.geometry() != null && body.geometry().isNull() && now.ewkb() != null;
          values
              .entrySet()
              .removeIf(e -> Objects.equals(now.values().get(e.getKey()), e.getValue()));
          return write(user, layer, fid, now, new Changes(values, shape, cleared), null);
        });
  }

  void delete(User user, OpenLayer layer, long fid, @Nullable String ifMatch) {
    inTransaction(
        () -> {
          FeatureState now = held(layer, fid, ifMatch);
          store.delete(layer.table(), fid);
          record.gone(user, layer, fid, now);
          return fid;
        });
  }

  /**
   * Brings a feature back to what it was before a change, also one that was deleted.
   *
   * @param number of the change
   */
  Edited restore(User user, OpenLayer layer, long fid, long number, @Nullable String ifMatch) {
    return inTransaction(
        () -> {
          layers.hold(layer);
          FeatureChange change =
              history.find(layer, fid, number).orElseThrow(() -> noChange(layer, fid, number));
          FeatureState now = states.find(layer, fid).orElse(null);
          if (now != null) {
            Precondition.check(layer, fid, now, ifMatch);
          }
          FeatureState then =
              history
                  .findBefore(layer, change, now)
                  .orElseThrow(() -> nothingBefore(layer, fid, number));
          return now == null
              ? revive(user, layer, fid, then, number)
              : write(user, layer, fid, now, Changes.between(layer, now, then), number);
        });
  }

  private Edited revive(User user, OpenLayer layer, long fid, FeatureState then, long number) {
    Faults faults = new Faults();
    keys.check(layer, then.values(), fid, faults);
    faults.throwIfAny();
    store.insertAgain(layer.table(), fid, FormerShape.in(layer, then), then.values());
    return edited(layer, fid, record.add(user, layer, fid, null, number));
  }

  /** Nothing is written, and no state begins, where nothing changes. */
  private Edited write(
      User user,
      OpenLayer layer,
      long fid,
      FeatureState now,
      Changes changes,
      @Nullable Long restores) {
    boolean moves = changes.shape() != null && !SameShape.of(now.geometry(), changes.shape());
    if (changes.values().isEmpty() && !moves && !changes.cleared()) {
      return edited(layer, fid, now);
    }
    store.update(layer.table(), fid, moves ? changes.shape() : null, changes.values());
    if (changes.cleared()) {
      store.clearShape(layer.table(), fid);
    }
    return edited(layer, fid, record.add(user, layer, fid, now, restores));
  }

  /** Holds the layer and judges the precondition by what is there then. */
  private FeatureState held(OpenLayer layer, long fid, @Nullable String ifMatch) {
    layers.hold(layer);
    FeatureState now =
        states.find(layer, fid).orElseThrow(() -> OneFeature.missing(layer, String.valueOf(fid)));
    Precondition.check(layer, fid, now, ifMatch);
    return now;
  }

  private static Edited edited(OpenLayer layer, long fid, FeatureState state) {
    return new Edited(fid, Precondition.tag(layer, fid, state));
  }

  private static Problem noChange(OpenLayer layer, long fid, long number) {
    return new Problem.NotFound(
        Text.of(
            "要素 %s/%d 没有编号为 %d 的修改。".formatted(layer.layer().id(), fid, number),
            "Feature %s/%d has no change %d.".formatted(layer.layer().id(), fid, number)));
  }

  private static Problem nothingBefore(OpenLayer layer, long fid, long number) {
    return new Problem.Conflict(
        Text.of(
            "修改 %d 新建了要素 %s/%d，此前没有可恢复的状态；如需撤销请删除该要素。".formatted(number, layer.layer().id(), fid),
            "Change %d created feature %s/%d; there is no state before it. To undo it, delete the feature."
                .formatted(number, layer.layer().id(), fid)));
  }

  private interface Edit<T> {
    T run();
  }

  private <T> T inTransaction(Edit<T> edit) {
    return Objects.requireNonNull(transaction.execute(status -> edit.run()));
  }

  /**
   * What an edit writes.
   *
   * @param shape null where it stays or is cleared
   */
  record Changes(Map<String, @Nullable Object> values, @Nullable Geometry shape, boolean cleared) {

    static Changes between(OpenLayer layer, FeatureState now, FeatureState then) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>(then.values());
      values.entrySet().removeIf(e -> Objects.equals(now.values().get(e.getKey()), e.getValue()));
      return new Changes(
          values, FormerShape.in(layer, then), then.ewkb() == null && now.ewkb() != null);
    }
  }
}
