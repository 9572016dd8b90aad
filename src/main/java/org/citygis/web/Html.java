package org.citygis.web;

import org.jspecify.annotations.Nullable;

/** Markup that is safe to send: whatever was put into a template was escaped on the way. */
public record Html(String markup) {
  public static final Html NONE = new Html("");

  /**
   * The template with each {@code {}} replaced by the next value: markup as it is, lists one after
   * the other, null as nothing, everything else escaped for text and quoted attributes, without
   * control characters and without those that turn the direction of text.
   */
  public static Html of(String template, @Nullable Object... values) {
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
    return new Html(markup.append(template, from, template.length()).toString());
  }

  private static void append(StringBuilder markup, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Html html -> markup.append(html.markup);
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
          markup.append(c < ' ' && c != '\n' && c != '\t' || bidi ? '\uFFFD' : c);
        }
      }
    }
  }
}
