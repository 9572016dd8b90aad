package org.citygis.ingest.source;

/** What a field of a file holds; each constant names the Java type of its values. */
public enum FieldKind {
  /** {@link String}. */
  TEXT("text"),
  /** {@link Long}. */
  INTEGER("integer"),
  /** {@link java.math.BigDecimal}: a whole number that may be too large for a long. */
  LARGE_INTEGER("integer"),
  /** {@link Double}, finite. */
  NUMBER("number"),
  /** {@link Boolean}. */
  BOOLEAN("boolean"),
  /** {@link java.time.LocalDate}. */
  DATE("date"),
  /** {@link java.time.LocalDateTime}. */
  DATETIME("datetime");

  private final String type;

  FieldKind(String type) {
    this.type = type;
  }

  /** The type of a catalogue field that takes these values. */
  public String type() {
    return type;
  }
}
