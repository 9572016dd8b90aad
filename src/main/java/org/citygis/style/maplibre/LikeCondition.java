package org.citygis.style.maplibre;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of {@code %} (any text) and {@code _} (one character) by the beginning, the end and the
 * length of a text, since MapLibre has no patterns.
 *
 * @param approximate is told of patterns that take more than that
 */
record LikeCondition(Consumer<String> approximate) {
  private static final char ANY = '\uFFFF';
  private static final char ONE = '\uFFFE';

  Object of(Object text, String pattern) {
    String plain = plain(pattern);
    List<String> pieces = List.of(plain.split(String.valueOf(ANY), -1));
    List<@Nullable Object> all = MapLibreExpression.call("all");
    String first = pieces.get(0);
    String last = pieces.get(pieces.size() - 1);
    int length = plain.replace(String.valueOf(ANY), "").length();
    all.add(
        MapLibreExpression.call(
            pieces.size() == 1 ? "==" : ">=", MapLibreExpression.call("length", text), length));
    runs(first, 0, text, all);
    if (pieces.size() > 1) {
      runs(last, -last.length(), text, all);
      for (String middle : pieces.subList(1, pieces.size() - 1)) {
        if (!middle.isEmpty()) {
          all.add(MapLibreExpression.call("in", middle.replace(ONE, '_'), text));
        }
      }
    }
    if (pieces.size() > 3
        || pieces.subList(1, pieces.size()).stream().anyMatch(p -> p.indexOf(ONE) >= 0)) {
      approximate.accept("like " + pattern);
    }
    return all;
  }

  /** Each run of plain characters stands at its place, counted from the front or the back. */
  private static void runs(String piece, int from, Object text, List<@Nullable Object> all) {
    int i = 0;
    while (i < piece.length()) {
      int start = i;
      while (i < piece.length() && piece.charAt(i) != ONE) {
        i++;
      }
      if (i > start) {
        List<@Nullable Object> slice = MapLibreExpression.call("slice", text, from + start);
        if (from + i != 0) {
          slice.add(from + i);
        }
        all.add(MapLibreExpression.call("==", slice, piece.substring(start, i)));
      }
      i++;
    }
  }

  private static String plain(String pattern) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        plain.append(pattern.charAt(++i));
      } else {
        plain.append(c == '%' ? ANY : c == '_' ? ONE : c);
      }
    }
    return plain.toString();
  }
}
