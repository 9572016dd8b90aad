package org.citygis.incidents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.citygis.geo.LonLat;
import org.jspecify.annotations.Nullable;

/**
 * What is to be written of an incident.
 *
 * @param values by field
 * @param place null to leave it where it is
 */
record Changes(Map<String, @Nullable Object> values, @Nullable LonLat place) {
  Changes {
    values = new LinkedHashMap<>(values);
  }

  boolean isEmpty() {
    return values.isEmpty() && place == null;
  }
}
