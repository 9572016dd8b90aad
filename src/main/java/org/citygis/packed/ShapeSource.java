package org.citygis.packed;

import org.citygis.catalog.OpenLayer;

/** Reads the shapes of layers for maps. */
public interface ShapeSource {

  /**
   * Hands the shapes that meet the query's box to the visitor, in Web Mercator. The access decision
   * of the layer holds: rows that the user may not see do not come, values of hidden fields are
   * null. A shape that cannot be read is left out and logged.
   *
   * @throws org.citygis.problem.Problem.Unavailable when the layer has no data yet
   */
  void read(OpenLayer layer, ShapeQuery query, ShapeVisitor visitor);
}
