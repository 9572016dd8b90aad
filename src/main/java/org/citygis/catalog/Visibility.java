package org.citygis.catalog;

import java.util.Locale;

/** Who may see a layer. */
public enum Visibility {
  PUBLIC,
  /** Anybody who is signed in. */
  STAFF,
  /** People of the owning department. */
  DEPARTMENT;

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
