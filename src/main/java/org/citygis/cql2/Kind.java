package org.citygis.cql2;

import org.citygis.text.Text;

/** What a value is, as far as comparing goes. */
public enum Kind {
  TEXT(Text.of("文本", "text")),
  INTEGER(Text.of("整数", "an integer")),
  NUMBER(Text.of("数值", "a number")),
  BOOLEAN(Text.of("TRUE 或 FALSE", "TRUE or FALSE")),
  DATE(Text.of("日期，如 DATE('2026-01-31')", "a date such as DATE('2026-01-31')")),
  DATETIME(
      Text.of(
          "时间，如 TIMESTAMP('2026-01-31T08:15:00Z')",
          "a time such as TIMESTAMP('2026-01-31T08:15:00Z')")),
  GEOMETRY(
      Text.of("图形，如 POINT(114.3 30.6)，只用于 S_ 谓词", "a shape, which only S_ predicates compare"));

  private final Text expected;

  Kind(Text expected) {
    this.expected = expected;
  }

  Text expected() {
    return expected;
  }

  boolean isNumeric() {
    return this == INTEGER || this == NUMBER;
  }

  boolean isTime() {
    return this == DATE || this == DATETIME;
  }
}
