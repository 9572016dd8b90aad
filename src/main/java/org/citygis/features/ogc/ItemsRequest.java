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
 * @param after where the page before ended, null for the first page
 * @param marked whether CSV begins with a byte order mark
 */
record ItemsRequest(
    Conditions conditions,
    ItemSelection selection,
    int limit,
    Sorting sorting,
    @Nullable After after,
    boolean marked) {
  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 10_000;

  /** The names that are never those of a field. */
  static final Set<String> OWN =
      Stream.concat(
              Conditions.NAMES.stream(),
              Stream.concat(
                  ItemSelection.NAMES.stream(),
                  Stream.of("limit", "sortby", "after", "bom", "f", "lang")))
          .collect(Collectors.toUnmodifiableSet());

  /** Every parameter that the items of this layer understand. */
  static Set<String> names(OpenLayer layer) {
    Set<String> names = new HashSet<>(OWN);
    VisibleFields.of(layer).stream().map(Field::name).forEach(names::add);
    return names;
  }

  static ItemsRequest parse(Query query, OpenLayer layer, Format format) {
    CrsChoices systems = CrsChoices.of(layer);
    Sorting sorting = Sorting.parse(query.find("sortby"), layer);
    String after = query.find("after");
    return new ItemsRequest(
        Conditions.parse(query, layer, systems.choose("bbox-crs", query.find("bbox-crs")), OWN),
        ItemSelection.parse(query, layer, format),
        Parameters.limit(query.find("limit"), DEFAULT_LIMIT, MAX_LIMIT),
        sorting,
        after == null ? null : PageMark.parse(after, sorting, layer),
        isTrue(query, "bom"));
  }

  Crs crs() {
    return selection.crs();
  }

  List<Field> fields() {
    return selection.fields();
  }

  boolean withGeometry() {
    return selection.withGeometry();
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
    return withGeometry() ? query : query.withoutGeometry();
  }

  /** The rows of this page and one more, which tells whether there is a next page. */
  FeatureQuery page(FeatureQuery matching, int rows) {
    return matching.order(sorting.keys()).after(after).page(0, rows + 1);
  }

  /** What is read of each row: what the answer tells, then the sort keys that are not among it. */
  List<String> columns() {
    List<String> columns = new ArrayList<>(selection.columns());
    for (Order key : sorting.keys()) {
      if (!columns.contains(key.field())) {
        columns.add(key.field());
      }
    }
    return columns;
  }
}
