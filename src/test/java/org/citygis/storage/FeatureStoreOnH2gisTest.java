package org.citygis.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.citygis.testing.OnH2gis;
import org.junit.jupiter.api.Test;

@OnH2gis
class FeatureStoreOnH2gisTest extends FeatureStoreContract {

  @Test
  void tablesOfKilledLoadsAreDropped() {
    FeatureTable killed =
        new FeatureTable("killed", 1, null, List.of(new Column("name", ColumnType.TEXT)));
    try (FeatureLoad load = store.load(killed)) {
      load.finish();
    }
    assertThat(store.dropUnfinished(Set.of("parcels_v1"))).containsExactly("killed_v1");
    assertThat(store.dropUnfinished(Set.of("parcels_v1"))).isEmpty();
  }

  @Test
  void aViewThatAKillLeftBehindIsPointedToTheCurrentVersion() {
    FeatureTable second =
        new FeatureTable("parcels", 2, null, List.of(new Column("other", ColumnType.TEXT)));
    try (FeatureLoad load = store.load(second)) {
      load.add(1, null, List.of("x"));
      load.finish();
    }
    store.pointView(PARCELS);
    store.mendViews(List.of(second));
    assertThat(
            jdbc.sql("SELECT \"other\" FROM \"layers\".\"parcels\"").query(String.class).single())
        .isEqualTo("x");
    store.dropView("parcels");
    store.drop(second);
  }
}
