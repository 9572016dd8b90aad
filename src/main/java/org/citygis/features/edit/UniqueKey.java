package org.citygis.features.edit;

import java.util.Map;
import java.util.Set;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.AccessDecision;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.citygis.text.Text;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the key of a layer what it is: the field that tells features apart when a file is imported.
 */
@Component
class UniqueKey {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private final FeatureStore store;

  UniqueKey(FeatureStore store) {
    this.store = store;
  }

  /**
   * @param fid of the feature that is changed, null for a new one
   */
  void check(
      OpenLayer layer, Map<String, @Nullable Object> values, @Nullable Long fid, Faults faults) {
    String key = layer.definition().key();
    if (key == null || !values.containsKey(key)) {
      return;
    }
    Object value = values.get(key);
    if (value == null) {
      faults.add(
          "/properties/" + key, Text.of("关键字段不能为空。", "The key of a feature may not be empty."));
    } else if (isTaken(layer.table(), key, value, fid)) {
      faults.add(
          "/properties/" + key,
          Text.of(
              "已有另一个要素的值为“%s”，该字段的值不能重复。".formatted(Faults.shown(value)),
              "Another feature has '%s' already; values of this field are unique."
                  .formatted(Faults.shown(value))));
    }
  }

  /** Also among rows that the user may not see. */
  private boolean isTaken(FeatureTable table, String key, Object value, @Nullable Long fid) {
    Filter same = FILTERS.equal(FILTERS.property(key), FILTERS.literal(value), true);
    Filter filter =
        fid == null
            ? same
            : FILTERS.and(
                same,
                FILTERS.notEqual(FILTERS.property(FeatureTable.FID), FILTERS.literal(fid), true));
    AccessDecision all = AccessDecision.allowed(Set.of(), Text.same("key"));
    return store.count(table, FeatureQuery.of(all, table).filter(filter)) > 0;
  }
}
