package org.citygis.cql2;

import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * How a filter is written, as {@code filter-lang} names it: the two encodings of CQL2, and a draft.
 */
public enum FilterLanguage {
  TEXT("cql2-text"),
  JSON("cql2-json"),
  /** The text of the draft of Part 3, which GDAL before 3.9 writes; see {@link DraftText}. */
  DRAFT_TEXT("cql-text");

  private final String tag;

  FilterLanguage(String tag) {
    this.tag = tag;
  }

  public String tag() {
    return tag;
  }

  /** Text when nothing is said. */
  public static FilterLanguage parse(@Nullable String parameter) {
    if (parameter == null || parameter.isEmpty()) {
      return TEXT;
    }
    for (FilterLanguage language : values()) {
      if (language.tag.equals(parameter)) {
        return language;
      }
    }
    throw Problem.Invalid.parameter(
        "filter-lang",
        parameter,
        Text.of("cql2-text、cql2-json 或 cql-text", "cql2-text, cql2-json or cql-text"));
  }

  /**
   * @throws Problem.Invalid that tells the place, what was found and what was expected
   * @throws Problem.TooLarge that names the limit
   */
  public Parsed read(String filter) {
    return switch (this) {
      case TEXT -> new TextReader(filter, false).read();
      case JSON -> new JsonReader(filter).read();
      case DRAFT_TEXT -> new TextReader(filter, true).read();
    };
  }

  /** Writes a condition so that {@link #read} gives it back. */
  public String write(Condition condition) {
    return switch (this) {
      case TEXT, DRAFT_TEXT -> new TextWriter().write(condition);
      case JSON -> JsonWriter.write(condition);
    };
  }
}
