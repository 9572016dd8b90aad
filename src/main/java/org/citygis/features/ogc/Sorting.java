package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.citygis.catalog.Field;
import org.citygis.catalog.FieldFormat;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.VisibleFields;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureQuery.Order;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The order in which a page comes (OGC API Features Part 8): {@code sortby=+a,-b}, the first key
 * first. Features without a value come last in either direction, equal ones in the order of their
 * numbers.
 */
record Sorting(List<Order> keys) {
  static final int MAX_KEYS = 8;

  /** The fields that can be sorted by: those the user may see whose values have an order. */
  static List<Field> sortables(OpenLayer layer) {
    return VisibleFields.of(layer).stream()
        .filter(field -> field.format() != FieldFormat.OPENING_HOURS)
        .toList();
  }

  static Sorting parse(@Nullable String text, OpenLayer layer) {
    if (text == null || text.isBlank()) {
      return new Sorting(List.of());
    }
    List<String> known = sortables(layer).stream().map(Field::name).toList();
    List<Order> keys = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Order key = key(part);
      boolean again = keys.stream().anyMatch(other -> other.field().equals(key.field()));
      if (!known.contains(key.field()) || again || keys.size() == MAX_KEYS) {
        throw refusal(part.strip(), known);
      }
      keys.add(key);
    }
    return new Sorting(keys);
  }

  /** A plus sign that was not escaped arrives as a blank. */
  private static Order key(String part) {
    String key = part.strip();
    boolean signed = key.startsWith("+") || key.startsWith("-");
    return new Order(signed ? key.substring(1) : key, key.startsWith("-"));
  }

  private static Problem.Invalid refusal(String key, List<String> known) {
    String list = String.join(", ", known);
    return Problem.Invalid.parameter(
        "sortby",
        key,
        Text.of(
            "至多 %d 个不重复的字段，用逗号分隔，倒序加“-”，如 +a,-b；可用字段：%s".formatted(MAX_KEYS, list),
            "at most %d different fields, separated by commas, '-' for descending, such as +a,-b; fields: %s"
                .formatted(MAX_KEYS, list)));
  }

  /** As {@link #parse} reads it; empty for the order of numbers. */
  String text() {
    return keys.stream()
        .map(key -> (key.descending() ? "-" : "+") + key.field())
        .collect(Collectors.joining(","));
  }
}
