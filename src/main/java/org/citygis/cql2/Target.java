package org.citygis.cql2;

import java.util.List;
import org.citygis.geo.Box;
import org.citygis.geo.Crs;
import org.jspecify.annotations.Nullable;

/**
 * What a filter is compiled for.
 *
 * @param queryables what it may speak of, in the order in which a refusal lists them
 * @param filterCrs the system of its shapes, in the order of axes that the system has on the wire
 * @param layerCrs the system of the compiled filter, null for a layer without shapes
 * @param reach the longitudes and latitudes that the layer's system expresses without folding and
 *     that hold all of its features; shapes are cut off there
 */
public record Target(
    List<Queryable> queryables, Crs filterCrs, @Nullable Crs layerCrs, @Nullable Box reach) {

  public Target {
    queryables = List.copyOf(queryables);
  }
}
