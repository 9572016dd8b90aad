package org.citygis.storage;

/** The types a field can have, and what a value of each is in the JVM. */
public enum ColumnType {
  TEXT(String.class, "VARCHAR"),
  INTEGER(Long.class, "BIGINT"),
  NUMBER(Double.class, "DOUBLE PRECISION"),
  BOOLEAN(Boolean.class, "BOOLEAN"),
  DATE(java.time.LocalDate.class, "DATE"),
  DATETIME(java.time.Instant.class, "TIMESTAMP WITH TIME ZONE");

  private final Class<?> binding;
  private final String sql;

  ColumnType(Class<?> binding, String sql) {
    this.binding = binding;
    this.sql = sql;
  }

  /** The class of a value in the JVM. */
  public Class<?> binding() {
    return binding;
  }

  /** The column's type, which both databases spell alike. */
  String sql() {
    return sql;
  }
}
