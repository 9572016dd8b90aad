package org.citygis.features.ogc;

import java.util.List;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;

/** The declared fields of a layer that the user may see and that its current version has. */
final class VisibleFields {
  private VisibleFields() {}

  static List<Field> of(OpenLayer layer) {
    return layer.fields().stream()
        .filter(f -> layer.table().findColumn(f.name()).isPresent())
        .toList();
  }
}
