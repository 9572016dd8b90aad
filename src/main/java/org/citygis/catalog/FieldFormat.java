package org.citygis.catalog;

/** What the text of a field is made of, where people would not want to read it as it stands. */
public enum FieldFormat {
  /**
   * JSON by weekday, {@code {"mon":[["09:00","12:00"],["13:30","17:00"]],…,"sun":[]}}, in the
   * city's time.
   */
  OPENING_HOURS
}
