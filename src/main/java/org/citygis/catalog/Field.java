package org.citygis.catalog;

import java.util.Objects;
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
 * @param rules what a value that a person gives has to meet
 */
public record Field(
    String name,
    String from,
    Text alias,
    ColumnType type,
    @Nullable String unit,
    @Nullable String codes,
    @Nullable FieldFormat format,
    boolean hidden,
    Rules rules) {

  /**
   * What single edits have to meet. Imports have checks of their own.
   *
   * @param required whether a feature may not be without
   * @param readOnly whether it is filled by imports only
   * @param longest most characters of a text, null where nothing is declared
   */
  public record Rules(boolean required, boolean readOnly, @Nullable Integer longest) {
    /** Most characters of any text. */
    public static final int LONGEST = 4_000;

    public static final Rules NONE = new Rules(false, false, null);

    /** Most characters of a text. */
    public int most() {
      return longest == null ? LONGEST : longest;
    }
  }

  /** Definitions that were stored before there were rules have none. */
  public Field {
    rules = Objects.requireNonNullElse(rules, Rules.NONE);
  }

  /** A field that edits may fill with anything. */
  public Field(
      String name,
      String from,
      Text alias,
      ColumnType type,
      @Nullable String unit,
      @Nullable String codes,
      @Nullable FieldFormat format,
      boolean hidden) {
    this(name, from, alias, type, unit, codes, format, hidden, Rules.NONE);
  }

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
