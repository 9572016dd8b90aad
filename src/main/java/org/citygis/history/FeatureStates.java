package org.citygis.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citygis.catalog.OpenLayer;
import org.citygis.security.AccessDecision;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureStore;
import org.citygis.storage.FeatureTable;
import org.geotools.api.filter.FilterFactory;
import org.geotools.factory.CommonFactoryFinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads whole features for an edit: those rows that the user may see, with all their columns. */
@Component
public class FeatureStates {
  private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

  private final FeatureStore store;

  FeatureStates(FeatureStore store) {
    this.store = store;
  }

  /** Empty when there is no such feature, or the user may not know of it. */
  public Optional<FeatureState> find(OpenLayer layer, long fid) {
    FeatureTable table = layer.table();
    AccessDecision whole =
        new AccessDecision(
            layer.access().allowed(), layer.access().rows(), Set.of(), layer.access().reason());
    FeatureQuery query =
        FeatureQuery.of(whole, table)
            .filter(FILTERS.equals(FILTERS.property(FeatureTable.FID), FILTERS.literal(fid)));
    List<FeatureState> found = new ArrayList<>();
    store.read(
        table,
        query,
        row -> {
          Map<String, @Nullable Object> values = new LinkedHashMap<>();
          for (int i = 0; i < query.fields().size(); i++) {
            values.put(query.fields().get(i), row.value(i));
          }
          found.add(new FeatureState(values, row.wkb()));
          return false;
        });
    return found.stream().findFirst();
  }
}
