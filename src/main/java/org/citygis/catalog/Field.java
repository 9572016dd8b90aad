package org.citygis.catalog;

import org.citygis.storage.ColumnType;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A field of a layer.
 *
 * @param name id of the field, which is its column's name
 * @param from its name in source files
 * @param unit of numbers, such as m, m2, km/h
 * @param codes id of the code list that its values come from
 * @param format how its text is to be read, null for plain text
 * @param hidden whether it stays on the server
 */
public record Field(
    String name,
    String from,
    Text alias,
    ColumnType type,
    @Nullable String unit,
    @Nullable String codes,
    @Nullable FieldFormat format,
    boolean hidden) {

  /** A field of plain values. */
  public Field(
      String name,
      String from,
      Text alias,
      ColumnType type,
      @Nullable String unit,
      @Nullable String codes,
      boolean hidden) {
    this(name, from, alias, type, unit, codes, null, hidden);
  }
}
