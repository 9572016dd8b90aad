package org.citygis.cql2;

import org.geotools.api.filter.Filter;

/** A filter as it was read: its syntax is right, its names and types are not checked yet. */
public final class Parsed {
  private final Condition condition;
  private final Places places;

  Parsed(Condition condition, Places places) {
    this.condition = condition;
    this.places = places;
  }

  public Condition condition() {
    return condition;
  }

  /**
   * The condition on the layer's columns, shapes in the layer's system.
   *
   * @throws org.citygis.problem.Problem.Invalid that names the unknown property, the value of the
   *     wrong type or the coordinate that cannot be
   */
  public Filter compile(Target target) {
    return new Compiler(target, places).filter(condition);
  }
}
