package org.citygis.ingest.shapefile;

import org.citygis.ingest.source.FieldKind;

/**
 * A field descriptor of a .dbf.
 *
 * @param name the bytes up to NUL
 * @param type the type's letter in upper case
 * @param offset from the start of the row, whose first byte is the mark for deleted rows
 */
record DbfField(byte[] name, char type, int offset, int width, int decimals) {
  /** Widest whole number that surely fits a long. */
  private static final int LONG_DIGITS = 18;

  FieldKind kind() {
    return switch (type) {
      case 'N', 'F' ->
          decimals > 0
              ? FieldKind.NUMBER
              : width > LONG_DIGITS ? FieldKind.LARGE_INTEGER : FieldKind.INTEGER;
      case 'I', '+' -> FieldKind.INTEGER;
      case 'B' -> width == 8 ? FieldKind.NUMBER : FieldKind.TEXT;
      case 'Y', 'O' -> FieldKind.NUMBER;
      case 'D' -> FieldKind.DATE;
      case 'T', '@' -> FieldKind.DATETIME;
      case 'L' -> FieldKind.BOOLEAN;
      default -> FieldKind.TEXT;
    };
  }

  boolean isText() {
    return kind() == FieldKind.TEXT && !isMemo();
  }

  /** Its content lies in another file. */
  boolean isMemo() {
    return type == 'M' || type == 'G' || type == 'P' || (type == 'B' && width != 8);
  }
}
