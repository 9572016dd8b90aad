package org.citygis.ingest.mapping;

import java.util.Locale;
import org.citygis.ingest.source.FieldKind;
import org.citygis.storage.ColumnType;

/** What happens to the values of a file's field in a column of a layer. */
public enum Fit {
  /** They are of the column's own type. */
  EXACT,
  /** The column can say all that they say. */
  WIDENED,
  /** They are read out of text or numbers; what cannot be read does not fit. */
  PARSED,
  /** Something of them may be lost or may not fit. */
  LOSSY;

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @param allFitLong whether the whole numbers of the field were all seen to fit a long
   */
  public static Fit of(FieldKind kind, boolean allFitLong, ColumnType type) {
    return switch (type) {
      case TEXT -> kind == FieldKind.TEXT ? EXACT : WIDENED;
      case INTEGER ->
          switch (kind) {
            case INTEGER -> EXACT;
            case LARGE_INTEGER -> allFitLong ? EXACT : LOSSY;
            case BOOLEAN -> WIDENED;
            case TEXT -> PARSED;
            case NUMBER, DATE, DATETIME -> LOSSY;
          };
      case NUMBER ->
          switch (kind) {
            case NUMBER -> EXACT;
            case INTEGER, BOOLEAN -> WIDENED;
            case TEXT -> PARSED;
            case LARGE_INTEGER, DATE, DATETIME -> LOSSY;
          };
      case BOOLEAN ->
          switch (kind) {
            case BOOLEAN -> EXACT;
            case TEXT, INTEGER -> PARSED;
            case LARGE_INTEGER, NUMBER, DATE, DATETIME -> LOSSY;
          };
      case DATE ->
          switch (kind) {
            case DATE -> EXACT;
            case TEXT, INTEGER -> PARSED;
            case LARGE_INTEGER, NUMBER, BOOLEAN, DATETIME -> LOSSY;
          };
      case DATETIME ->
          switch (kind) {
            case DATETIME -> EXACT;
            case DATE -> WIDENED;
            case TEXT -> PARSED;
            case INTEGER, LARGE_INTEGER, NUMBER, BOOLEAN -> LOSSY;
          };
    };
  }
}
