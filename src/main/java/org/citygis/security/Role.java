package org.citygis.security;

import java.util.Locale;

/** What a person is trusted with, beside the department that he belongs to. */
public enum Role {
  /** Sees what the department sees. */
  VIEWER,
  /** Changes single features of the department's editable layers. */
  EDITOR,
  /** Imports files and publishes versions of the department's layers. */
  PUBLISHER,
  /** Registers and directs incidents. */
  COMMANDER,
  /** Reads the audit trail. */
  AUDITOR,
  /** Everything, in every department. */
  ADMINISTRATOR;

  /** The name on the wire, lower case. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
