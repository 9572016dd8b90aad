package org.citygis.packed;

import org.citygis.catalog.OpenLayer;
import org.citygis.storage.FeatureStore;
import org.springframework.stereotype.Component;

/** Reads shapes from where they are read fastest. */
@Component
final class PackedShapes implements ShapeSource {
  private final TableShapes table;

  PackedShapes(FeatureStore store) {
    table = new TableShapes(store);
  }

  @Override
  public void read(OpenLayer layer, ShapeQuery query, ShapeVisitor visitor) {
    table.read(layer, query, visitor);
  }
}
