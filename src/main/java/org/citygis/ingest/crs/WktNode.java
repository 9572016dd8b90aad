package org.citygis.ingest.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One element of well-known text: {@code KEYWORD["name", 1.0, CHILD[...]]}.
 *
 * @param keyword in upper case
 * @param values texts without their quotes, and numbers as written
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {
  private static final int DEEPEST = 20;

  static Optional<WktNode> parse(String text) {
    try {
      return Optional.of(new Parser(text).node(0));
    } catch (NotWkt e) {
      return Optional.empty();
    }
  }

  /** The first child with one of the keywords. */
  Optional<WktNode> find(String... keywords) {
    List<String> wanted = List.of(keywords);
    return children.stream().filter(child -> wanted.contains(child.keyword)).findFirst();
  }

  String name() {
    return values.isEmpty() ? "" : values.getFirst();
  }

  OptionalDouble number(int index) {
    try {
      return index < values.size()
          ? OptionalDouble.of(Double.parseDouble(values.get(index)))
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** The value of a PARAMETER, whose names differ in case only. */
  OptionalDouble parameter(String name) {
    return children.stream()
        .filter(child -> child.keyword.equals("PARAMETER") && child.name().equalsIgnoreCase(name))
        .findFirst()
        .map(child -> child.number(1))
        .orElse(OptionalDouble.empty());
  }

  private static final class NotWkt extends Exception {
    NotWkt() {
      super("not well-known text", null, false, false);
    }
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    WktNode node(int depth) throws NotWkt {
      String keyword = word().toUpperCase(Locale.ROOT);
      if (keyword.isEmpty() || depth > DEEPEST || (next() != '[' && next() != '(')) {
        throw new NotWkt();
      }
      List<String> values = new ArrayList<>();
      List<WktNode> children = new ArrayList<>();
      do {
        at++;
        element(values, children, depth);
      } while (next() == ',');
      if (next() != ']' && next() != ')') {
        throw new NotWkt();
      }
      at++;
      return new WktNode(keyword, List.copyOf(values), List.copyOf(children));
    }

    private void element(List<String> values, List<WktNode> children, int depth) throws NotWkt {
      if (next() == '"') {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
          throw new NotWkt();
        }
        values.add(text.substring(at + 1, end));
        at = end + 1;
        return;
      }
      int start = at;
      String word = word();
      if (next() == '[' || next() == '(') {
        at = start;
        children.add(node(depth + 1));
      } else {
        values.add(word);
      }
    }

    private String word() {
      next();
      int start = at;
      while (at < text.length() && "[](),\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(start, at).strip();
    }

    /** The next character that is no space; NUL at the end. */
    private char next() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at < text.length() ? text.charAt(at) : 0;
    }
  }
}
