package org.citygis.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.citygis.testing.OnPostgis;
import org.junit.jupiter.api.Test;

@OnPostgis
class FeatureStoreOnPostgisTest extends FeatureStoreContract {

  @Test
  void tablesThatAnotherCopyMayBeLoadingStay() {
    FeatureTable loading =
        new FeatureTable("loading", 1, null, List.of(new Column("name", ColumnType.TEXT)));
    try (FeatureLoad load = store.load(loading)) {
      load.finish();
    }
    assertThat(store.dropUnfinished(Set.of())).isEmpty();
    assertThat(store.count(loading, FeatureQuery.of(ALL, loading))).isZero();
    store.drop(loading);
  }
}
