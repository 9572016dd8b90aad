package org.citygis.features.ogc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.storage.FeatureRow;
import org.citygis.storage.FeatureStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads which state a feature is in. */
@Component
class RowTags {
  private final FeatureStore store;

  RowTags(FeatureStore store) {
    this.store = store;
  }

  /** Empty when there is no such feature. */
  Optional<RowTag> find(OpenLayer layer, long fid) {
    List<Field> fields = VisibleFields.of(layer);
    List<RowTag> found = new ArrayList<>();
    store.read(
        layer.table(),
        OneFeature.query(layer, fields, fid),
        row -> {
          if (row.fid() == fid) {
            found.add(tag(layer, fields, row));
          }
          return false;
        });
    return found.stream().findFirst();
  }

  private static RowTag tag(OpenLayer layer, List<Field> fields, FeatureRow row)
      throws SQLException {
    Map<String, @Nullable Object> values = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      values.put(fields.get(i).name(), row.value(i));
    }
    return RowTag.of(layer, row.fid(), field -> values.get(field.name()), row.wkb());
  }
}
