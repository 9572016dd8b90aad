package org.citygis.features.ogc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citygis.catalog.Conditions;
import org.citygis.catalog.Field;
import org.citygis.catalog.OpenLayer;
import org.citygis.catalog.Selection;
import org.citygis.catalog.VisibleFields;
import org.citygis.geo.Crs;
import org.citygis.problem.Problem;
import org.citygis.storage.FeatureQuery;
import org.citygis.storage.FeatureQuery.After;
import org.citygis.storage.FeatureQuery.Order;
import org.citygis.text.Text;
import org.citygis.web.Parameters;
import org.citygis.web.Query;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of features.
 *
 * @param crs the system of the answer
 * @param fields the properties of the answer, in its order
 * @param withGeometry whether the features carry their shapes
 * @param after where the page before ended, null for the first page
 * @param marked whether CSV begins with a byte order mark
 */
record ItemsRequest(
    Conditions conditions,
    Crs crs,
    int limit,
    List<Field> fields,
    boolean withGeometry,
    Sorting sorting,
    @Nullable After after,
    boolean marked) {
  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 10_000;

  /** The names that are never those of a field. */
  static final Set<String> OWN =
      Stream.concat(
              Conditions.NAMES.stream(),
              Stream.of(
                  "limit",
                  "crs",
                  "sortby",
                  "properties",
                  "skipGeometry",
                  "after",
                  "bom",
                  "f",
                  "lang"))
          .collect(Collectors.toUnmodifiableSet());

  /** Every parameter that the items of this layer understand. */
  static Set<String> names(OpenLayer layer) {
    Set<String> names = new HashSet<>(OWN);
    VisibleFields.of(layer).stream().map(Field::name).forEach(names::add);
    return names;
  }

  static ItemsRequest parse(Query query, OpenLayer layer) {
    CrsChoices systems = CrsChoices.of(layer);
    Sorting sorting = Sorting.parse(query.find("sortby"), layer);
    String after = query.find("after");
    return new ItemsRequest(
        Conditions.parse(query, layer, systems.choose("bbox-crs", query.find("bbox-crs")), OWN),
        systems.choose("crs", query.find("crs")),
        Parameters.limit(query.find("limit"), DEFAULT_LIMIT, MAX_LIMIT),
        properties(query, layer),
        !isTrue(query, "skipGeometry"),
        sorting,
        after == null ? null : PageMark.parse(after, sorting, layer),
        isTrue(query, "bom"));
  }

  /** The fields that {@code properties=a,b} names; all that may be seen when it is absent. */
  static List<Field> properties(Query query, OpenLayer layer) {
    List<Field> all = VisibleFields.of(layer);
    String text = query.find("properties");
    if (text == null || text.isBlank()) {
      return all;
    }
    List<Field> chosen = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String name = part.strip();
      Field field =
          all.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(() -> unknown(name, all));
      if (!chosen.contains(field)) {
        chosen.add(field);
      }
    }
    return chosen;
  }

  private static Problem.Invalid unknown(String name, List<Field> all) {
    String list = String.join(", ", all.stream().map(Field::name).toList());
    return Problem.Invalid.parameter(
        "properties",
        name,
        Text.of("该图层的字段，用逗号分隔：" + list, "fields of this layer, separated by commas: " + list));
  }

  static boolean isTrue(Query query, String name) {
    String text = query.find(name);
    return switch (text) {
      case null -> false;
      case "true" -> true;
      case "false", "" -> false;
      default ->
          throw Problem.Invalid.parameter(name, text, Text.of("true 或 false", "true or false"));
    };
  }

  /** All features that match, with what the answer needs of each; paging aside. */
  FeatureQuery matching(OpenLayer layer) {
    FeatureQuery query = Selection.of(layer, conditions).fields(columns());
    return withGeometry ? query : query.withoutGeometry();
  }

  /** The rows of this page and one more, which tells whether there is a next page. */
  FeatureQuery page(FeatureQuery matching, int rows) {
    return matching.order(sorting.keys()).after(after).page(0, rows + 1);
  }

  /**
   * What is read of each row: the answer's properties, then the sort keys that are not among them.
   */
  List<String> columns() {
    List<String> columns = new ArrayList<>(fields.stream().map(Field::name).toList());
    for (Order key : sorting.keys()) {
      if (!columns.contains(key.field())) {
        columns.add(key.field());
      }
    }
    return columns;
  }
}
