package org.citygis.jobs;

/** Work was given up. Thrown through the work so that it cleans up behind itself. */
public final class Cancelled extends RuntimeException {
  private final boolean byOwner;

  /**
   * @param byOwner whether it is not wanted any more; otherwise this process ends, and the work may
   *     go on in the next one
   */
  Cancelled(boolean byOwner) {
    super("cancelled", null, false, false);
    this.byOwner = byOwner;
  }

  /** Whether it is not wanted any more; otherwise it may go on after a restart. */
  public boolean isByOwner() {
    return byOwner;
  }
}
