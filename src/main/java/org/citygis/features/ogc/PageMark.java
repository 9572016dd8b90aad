package org.citygis.features.ogc;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.citygis.catalog.OpenLayer;
import org.citygis.problem.Problem;
import org.citygis.storage.ColumnType;
import org.citygis.storage.FeatureQuery.After;
import org.citygis.text.Text;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where a page ended, as the {@code after} parameter of a {@code next} link: the last feature's
 * number and, on a sorted page, behind a dot the sort keys and that feature's values of them. Pages
 * go on from values, not from a count, so that edits in between neither repeat nor skip features.
 */
final class PageMark {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PageMark() {}

  static String text(After after, Sorting sorting) {
    if (sorting.keys().isEmpty()) {
      return Long.toString(after.fid());
    }
    List<@Nullable String> parts = new ArrayList<>();
    parts.add(sorting.text());
    after.values().forEach(value -> parts.add(value == null ? null : value.toString()));
    byte[] bytes = JSON.writeValueAsBytes(parts);
    return after.fid() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * @throws Problem.Invalid for a mark that no link carried, or one of another order
   */
  static After parse(String text, Sorting sorting, OpenLayer layer) {
    try {
      int dot = text.indexOf('.');
      boolean sorted = !sorting.keys().isEmpty();
      if (sorted == dot > 0) {
        long fid = Long.parseLong(sorted ? text.substring(0, dot) : text.strip());
        return sorted
            ? new After(values(text.substring(dot + 1), sorting, layer), fid)
            : new After(List.of(), fid);
      }
    } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
      // answered below: whatever is wrong with it, no link carried it
    }
    throw Problem.Invalid.parameter(
        "after",
        text,
        Text.of(
            "上一页 next 链接中的值（同一 sortby）",
            "the value of the next link of a page with the same sortby"));
  }

  private static List<@Nullable Object> values(String encoded, Sorting sorting, OpenLayer layer) {
    byte[] bytes = Base64.getUrlDecoder().decode(encoded);
    JsonNode parts = JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
    int keys = sorting.keys().size();
    if (parts.size() != keys + 1 || !parts.get(0).asString("").equals(sorting.text())) {
      throw new IllegalArgumentException("of another order");
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < keys; i++) {
      String field = sorting.keys().get(i).field();
      ColumnType type = layer.table().findColumn(field).orElseThrow().type();
      JsonNode value = parts.get(i + 1);
      values.add(value.isNull() ? null : type.read(value.stringValue()));
    }
    return values;
  }
}
