package org.citygis.jobs;

/** Work was given up. Thrown through the work so that it cleans up behind itself. */
public final class Cancelled extends RuntimeException {
  Cancelled() {
    super("cancelled", null, false, false);
  }
}
