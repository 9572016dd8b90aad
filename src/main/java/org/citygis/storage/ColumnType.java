package org.citygis.storage;

import java.time.Instant;
import java.time.LocalDate;

/** The types a field can have, and what a value of each is in the JVM. */
public enum ColumnType {
  TEXT(String.class, "VARCHAR"),
  INTEGER(Long.class, "BIGINT"),
  NUMBER(Double.class, "DOUBLE PRECISION"),
  BOOLEAN(Boolean.class, "BOOLEAN"),
  DATE(LocalDate.class, "DATE"),
  DATETIME(Instant.class, "TIMESTAMP WITH TIME ZONE");

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

  /**
   * The value that a text means which the value's {@code toString} wrote.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} for another text
   */
  public Object read(String text) {
    return switch (this) {
      case TEXT -> text;
      case INTEGER -> Long.valueOf(text);
      case NUMBER -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case DATE -> LocalDate.parse(text);
      case DATETIME -> Instant.parse(text);
    };
  }

  /** The column's type, which both databases spell alike. */
  String sql() {
    return sql;
  }
}
