package org.citygis.ingest.doctor;

import org.jspecify.annotations.Nullable;

/** Markup that is safe to write: whatever was put into a template was escaped on the way. */
record Markup(String text) {
  static final Markup NONE = new Markup("");

  /**
   * The template with each {@code {}} replaced by the next value: markup as it is, lists one after
   * the other, null as nothing, everything else escaped for text and quoted attributes.
   */
  static Markup of(String template, @Nullable Object... values) {
    StringBuilder markup = new StringBuilder(template.length() + 64);
    int from = 0;
    for (Object value : values) {
      int hole = template.indexOf("{}", from);
      if (hole < 0) {
        throw new IllegalArgumentException("more values than places in: " + template);
      }
      markup.append(template, from, hole);
      append(markup, value);
      from = hole + 2;
    }
    if (template.indexOf("{}", from) >= 0) {
      throw new IllegalArgumentException("fewer values than places in: " + template);
    }
    return new Markup(markup.append(template, from, template.length()).toString());
  }

  private static void append(StringBuilder markup, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Markup safe -> markup.append(safe.text);
      case Iterable<?> several -> several.forEach(each -> append(markup, each));
      default -> escape(markup, value.toString());
    }
  }

  private static void escape(StringBuilder markup, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> markup.append("&amp;");
        case '<' -> markup.append("&lt;");
        case '>' -> markup.append("&gt;");
        case '"' -> markup.append("&quot;");
        case '\'' -> markup.append("&#39;");
        default -> {
          boolean bidi = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
          markup.append(c < ' ' && c != '\n' || bidi ? '\uFFFD' : c);
        }
      }
    }
  }
}
