package org.citygis.catalog;

import java.util.List;

/** The declared fields of a layer that the user may see and that its current version has. */
public final class VisibleFields {
  private VisibleFields() {}

  public static List<Field> of(OpenLayer layer) {
    return layer.fields().stream()
        .filter(f -> layer.table().findColumn(f.name()).isPresent())
        .toList();
  }
}
