package org.citygis.ingest.geometry;

/** What was written is no geometry; the message says why. */
public final class BadGeometry extends Exception {
  public BadGeometry(String message) {
    super(message, null, false, false);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
