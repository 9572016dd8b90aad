package org.citygis.features.ogc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.AccessDecision;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.springframework.stereotype.Component;

/**
 * How many features match. A reader who pages asks the same with every page, so the count is kept
 * until the layer changes.
 */
@Component
class MatchCount {
  private record Key(String layer, String etag, AccessDecision access, Conditions conditions) {}

  private final FeatureStore store;
  private final Cache<Key, Long> counts = Caffeine.newBuilder().maximumSize(10_000).build();

  MatchCount(FeatureStore store) {
    this.store = store;
  }

  long of(OpenLayer layer, Conditions conditions, FeatureQuery query) {
    Key key = new Key(layer.layer().id(), layer.layer().etag(), layer.access(), conditions);
    Long known = counts.getIfPresent(key);
    if (known != null) {
      return known;
    }
    long count = store.count(layer.table(), query);
    counts.put(key, count);
    return count;
  }
}
