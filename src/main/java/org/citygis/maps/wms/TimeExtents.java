package org.citygis.maps.wms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** From when to when the features of a layer are. */
@Component
class TimeExtents {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private record Key(FeatureTable table, long revision, String rows) {}

  private final FeatureStore store;
  private final Cache<Key, Optional<String>> known = Caffeine.newBuilder().maximumSize(200).build();

  TimeExtents(FeatureStore store) {
    this.store = store;
  }

  /**
   * {@code first/last/period} as WMS has it; empty for a layer without time, or when its field is
   * hidden from the user.
   */
  Optional<String> of(OpenLayer layer) {
    String field = layer.definition().time();
    return VisibleFields.of(layer).stream()
        .filter(visible -> visible.name().equals(field))
        .findFirst()
        .flatMap(
            visible ->
                known.get(
                    new Key(
                        layer.table(), layer.layer().revision(), layer.access().rows().toString()),
                    key -> read(layer, visible.name(), visible.type())));
  }

  private Optional<String> read(OpenLayer layer, String field, ColumnType type) {
    Object first = end(layer, field, false);
    Object last = end(layer, field, true);
    return first == null || last == null
        ? Optional.empty()
        : Optional.of(first + "/" + last + "/" + (type == ColumnType.DATE ? "P1D" : "PT1S"));
  }

  private @Nullable Object end(OpenLayer layer, String field, boolean last) {
    @Nullable Object[] found = new @Nullable Object[1];
    store.read(
        layer.table(),
        layer
            .query()
            .withoutGeometry()
            .fields(List.of(field))
            .order(List.of(new FeatureQuery.Order(field, last)))
            .page(0, 1),
        LIMIT,
        row -> {
          found[0] = row.value(0);
          return false;
        });
    return found[0];
  }
}
