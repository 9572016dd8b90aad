package org.citygis.ingest.source;

import java.util.Locale;

/** How much a finding matters. */
public enum Severity {
  /** Worth knowing; nothing was lost. */
  INFO,
  /** Something of the row or file was lost or had to be guessed. */
  WARNING,
  /** The layer cannot be published as it is. */
  ERROR;

  /** The name on the wire, lower case. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
