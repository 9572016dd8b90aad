package org.citygis.features.edit;

import org.citygis.audit.Audit;
import org.citygis.catalog.Layers;
import org.citygis.catalog.OpenLayer;
import org.citygis.history.FeatureHistory;
import org.citygis.history.FeatureState;
import org.citygis.history.FeatureStates;
import org.citygis.security.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an edit leaves behind beside the row: the layer's revision, the history, the trail. */
@Component
class EditRecord {
  private final Layers layers;
  private final FeatureStates states;
  private final FeatureHistory history;
  private final Audit audit;

  EditRecord(Layers layers, FeatureStates states, FeatureHistory history, Audit audit) {
    this.layers = layers;
    this.states = states;
    this.history = history;
    this.audit = audit;
  }

  /**
   * After a row was added or changed; reads what the database made of it.
   *
   * @param before null where the feature is new
   * @param restores number of the change that was taken back, null for any other edit
   */
  FeatureState add(
      User user,
      OpenLayer layer,
      long fid,
      @Nullable FeatureState before,
      @Nullable Long restores) {
    FeatureState after = states.find(layer, fid).orElseThrow();
    String verb = restores != null ? "restore" : before == null ? "create" : "change";
    settle(user, layer, fid, verb, before, after, restores);
    return after;
  }

  void gone(User user, OpenLayer layer, long fid, FeatureState before) {
    settle(user, layer, fid, "delete", before, null, null);
  }

  private void settle(
      User user,
      OpenLayer layer,
      long fid,
      String verb,
      @Nullable FeatureState before,
      @Nullable FeatureState after,
      @Nullable Long restores) {
    String id = layer.layer().id();
    layers.touched(id);
    long number = history.add(user, layer, fid, before, after, restores);
    audit.record(
        user,
        verb + "-feature",
        id + "/" + fid,
        "version %d, change %d".formatted(layer.table().version(), number));
  }
}
