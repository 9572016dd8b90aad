package org.citygis.cql2;

import org.geotools.api.filter.Filter;

/** A filter as it was read: its syntax is right, its names and types are not checked yet. */
public final class Parsed {
  private final Condition condition;
  private final Places places;
  private final boolean isDraft;

  /**
   * @param isDraft whether its literals are those of the draft
   */
  Parsed(Condition condition, Places places, boolean isDraft) {
    this.condition = condition;
    this.places = places;
    this.isDraft = isDraft;
  }

  public Condition condition() {
    return condition;
  }

  /** The same in CQL2, whatever it was written in. */
  public Parsed translated(Target target) {
    return isDraft
        ? new Parsed(
            new DraftText(target.queryables(), places).translated(condition), places, false)
        : this;
  }

  /**
   * The condition on the layer's columns, shapes in the layer's system.
   *
   * @throws org.citygis.problem.Problem.Invalid that names the unknown property, the value of the
   *     wrong type or the coordinate that cannot be
   */
  public Filter compile(Target target) {
    return new Compiler(target, places).filter(translated(target).condition);
  }
}
