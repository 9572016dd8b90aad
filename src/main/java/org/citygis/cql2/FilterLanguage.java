package org.citygis.cql2;

import org.citygis.problem.Problem;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/** The two encodings of CQL2, as {@code filter-lang} names them. */
public enum FilterLanguage {
  TEXT("cql2-text"),
  JSON("cql2-json");

  private final String tag;

  FilterLanguage(String tag) {
    this.tag = tag;
  }

  public String tag() {
    return tag;
  }

  /** Text when nothing is said. */
  public static FilterLanguage parse(@Nullable String parameter) {
    if (parameter == null || parameter.isEmpty() || parameter.equals(TEXT.tag)) {
      return TEXT;
    }
    if (parameter.equals(JSON.tag)) {
      return JSON;
    }
    throw Problem.Invalid.parameter(
        "filter-lang", parameter, Text.of("cql2-text 或 cql2-json", "cql2-text or cql2-json"));
  }

  /**
   * @throws Problem.Invalid that tells the place, what was found and what was expected
   * @throws Problem.TooLarge that names the limit
   */
  public Parsed read(String filter) {
    return switch (this) {
      case TEXT -> new TextReader(filter).read();
      case JSON -> new JsonReader(filter).read();
    };
  }

  /** Writes a condition so that {@link #read} gives it back. */
  public String write(Condition condition) {
    return switch (this) {
      case TEXT -> new TextWriter().write(condition);
      case JSON -> JsonWriter.write(condition);
    };
  }
}
