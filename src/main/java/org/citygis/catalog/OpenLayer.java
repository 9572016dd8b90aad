package org.citygis.catalog;

import java.util.List;
import org.citygis.security.AccessDecision;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureTable;

/**
 * A layer together with the decision under which somebody may use it. Only {@link Layers} makes
 * one.
 */
public record OpenLayer(Layer layer, AccessDecision access) {

  public LayerDefinition definition() {
    return layer.definition();
  }

  public FeatureTable table() {
    return layer.table();
  }

  /** All rows and fields that the user may see. */
  public FeatureQuery query() {
    return FeatureQuery.of(access, table());
  }

  /** The declared fields that the user may see, in declared order. */
  public List<Field> fields() {
    return definition().fields().stream()
        .filter(f -> !access.hiddenFields().contains(f.name()))
        .toList();
  }
}
