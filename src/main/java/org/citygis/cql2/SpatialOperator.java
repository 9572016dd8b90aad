package org.citygis.cql2;

import java.util.Locale;

/** How two shapes lie to each other, as Simple Features defines it. */
public enum SpatialOperator {
  S_INTERSECTS,
  S_EQUALS,
  S_DISJOINT,
  S_TOUCHES,
  S_WITHIN,
  S_OVERLAPS,
  S_CROSSES,
  S_CONTAINS;

  String json() {
    return name().toLowerCase(Locale.ROOT);
  }
}
